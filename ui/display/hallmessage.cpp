// SPDX-License-Identifier: Apache-2.0
#include "display/hallmessage.h"

#include "display/displaywords.h"

namespace antre {

static HallMessage promise(const DisplayView &view)
{
    return {
        DisplayWords::speaks(view) ? QStringLiteral("ui-listen") : QStringLiteral("ui-voice-off"),
        {DisplayWords::promise(view)}};
}

static std::vector<HallMessage> mallNotices(const DisplayView &view)
{
    std::vector<HallMessage> messages;
    for (const QString &notice : view.mallNotices)
        messages.push_back({QStringLiteral("ui-info"), {notice}});
    return messages;
}

static std::vector<HallMessage> messagesAt(const DisplayView &view, MessagePlace place)
{
    std::vector<HallMessage> messages = mallNotices(view);
    switch (place) {
    case MessagePlace::Foot: {
        // The place beside the pictures has them, and larger.
        if (view.layout == HallLayout::Media && view.page == DisplayPage::Board)
            messages.clear();
        const QStringList closed = DisplayWords(view.language).notices(view.notices);
        if (!closed.isEmpty())
            messages.insert(messages.begin(), {QStringLiteral("ui-clock"), closed});
        if (messages.empty() && view.page != DisplayPage::Call)
            messages.push_back(promise(view));
        return messages;
    }
    case MessagePlace::BoardFoot:
        messages.insert(messages.begin(), promise(view));
        return messages;
    case MessagePlace::BesideMedia:
        if (messages.empty())
            messages.push_back(promise(view));
        return messages;
    }
    return messages;
}

HallMessage hallMessage(const DisplayView &view, MessagePlace place)
{
    if (view.asOf && place != MessagePlace::BesideMedia)
        return {QStringLiteral("ui-wifi-off"),
            {DisplayWords(view.language).stale(*view.asOf, view.day)}};
    const std::vector<HallMessage> messages = messagesAt(view, place);
    return messages.empty() ? HallMessage() : messages[size_t(view.turn) % messages.size()];
}

} // namespace antre
