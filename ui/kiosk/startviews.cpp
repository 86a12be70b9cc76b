// SPDX-License-Identifier: Apache-2.0

// What the start screen says.

#include "common/clocktext.h"
#include "common/devicewords.h"
#include "common/language.h"
#include "kiosk/kioskviews.h"

namespace antre {

AgencyTile KioskViews::tile(const Agency &agency) const
{
    const auto status = m_screen.status(agency.id);
    AgencyTile tile{agency.id, head(agency), agency.about.in(m_language), {}, {}, {}};
    // Numbers are taken and will be called in a while: no news for a key.
    if (status.availability == Availability::BeforeOpening
        || status.availability == Availability::NobodyAtCounter)
        return tile;
    tile.why = m_words.headline(status);
    tile.whyShort = m_words.headlineOnly(status);
    tile.whyBrief = m_words.brief(status);
    return tile;
}

/// No number can be taken anywhere: why, and when that changes.
std::optional<Note> KioskViews::closedNote() const
{
    const auto &agencies = m_screen.catalogue->agencies;
    std::optional<ServiceStatus> first;
    bool alike = true;
    for (const auto &agency : agencies) {
        const auto status = m_screen.status(agency.id);
        if (status.takesNumbers())
            return {};
        alike = alike && (!first || m_words.headline(*first) == m_words.headline(status));
        if (!first || (status.changes && (!first->changes || *status.changes < *first->changes)))
            first = status;
    }
    if (!first)
        return {};
    const bool later = first->changes && first->changes->day == m_screen.now.day;
    const QString title = alike ? m_words.headline(*first)
        : later                 ? tr("Not open yet")
                                : tr("Closed today");
    QStringList sentences{u"<b>" % title % u".</b>"};
    if (first->changes)
        sentences << tr("Numbers can be taken %1.").arg(m_words.when(*first->changes));
    if (alike && first->availability != Availability::OpensLater)
        sentences << m_words.advice(*first);
    sentences << tr("Choose an agency to see what to bring.") << age();
    sentences.removeAll(QString());
    return Note{NoteKind::Plain, QStringLiteral("ui-clock"), sentences.join(u' ')};
}

std::optional<Note> KioskViews::printerNote() const
{
    // Without the network nobody else learns of it.
    const QString how = !m_screen.phoneCode.isNull()
        ? tr("You can still take a number: it is shown here, or on your phone with the code. Staff "
             "can give you the slip.")
        : tr("You can still take a number; it is shown here.") % u' '
            % (m_screen.isAway ? tr("Please tell an officer, who can give you the slip.")
                               : tr("Staff have been told and can give you the slip."));
    switch (m_screen.printer) {
    case PrinterNow::PaperOut:
        return Note{NoteKind::Bad, QStringLiteral("ui-paper-out"),
            tr("<b>Out of slip paper.</b>") % u' ' % how};
    case PrinterNow::Broken:
        return Note{NoteKind::Bad, QStringLiteral("ui-printer"),
            tr("<b>The slip printer does not answer.</b>") % u' ' % how};
    case PrinterNow::Ready:
        break;
    }
    if (m_screen.printsAt.isEmpty())
        return {};
    return Note{NoteKind::Calm, QStringLiteral("ui-printer"),
        tr("<b>Slips come out of the printer %1.</b>").arg(m_screen.printsAt.in(m_language))};
}

std::optional<Note> KioskViews::startNote() const
{
    if (const auto closed = closedNote())
        return closed;
    if (m_screen.isShut)
        return Note{NoteKind::Bad, QStringLiteral("ui-warning"),
            u"<b>" % shut().title % u"</b> " % shut().instead % u' '
                % tr("What to bring can be read here.")};
    if (const auto printer = printerNote())
        return printer;
    if (m_screen.isAway)
        return Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            tr("<b>Network lost.</b> You can still take a number; it is valid and will be "
               "called.")};
    return {};
}

std::optional<QuestionView> KioskViews::question() const
{
    if (m_screen.reprint)
        return reprint(*m_screen.reprint);
    if (m_screen.roll)
        return roll(*m_screen.roll);
    return {};
}

QuestionView KioskViews::reprint(const ReprintOffer &offer) const
{
    return {QuestionView::About::Slip, offer.number,
        tr("Did the slip %1 not come out?").arg(offer.number),
        tr("Taken at %1. Only if this is your number.").arg(clockText(offer.touchedAt, m_language)),
        tr("I have my slip"), QStringLiteral("ui-check"), tr("Print again"),
        QStringLiteral("ui-printer")};
}

QString KioskViews::lastSlip() const
{
    if (!m_screen.lastSlip || m_screen.reprint)
        return {};
    return tr("<b>Slip %1 did not come out?</b>").arg(m_screen.lastSlip->number);
}

QuestionView KioskViews::roll(const RollAsked &asked) const
{
    const QString name = DeviceWords::printerName(asked.place, m_language);
    const QString whom = tr("For staff: it tells when the paper will run out.");
    return {QuestionView::About::Roll, {}, tr("Is a new roll of paper in the printer?"),
        name.isEmpty() ? whom : capitalised(name) + QStringLiteral(". ") + whom,
        tr("No, the old roll"), QStringLiteral("ui-close"), tr("Yes, a new roll"),
        QStringLiteral("ui-check")};
}

QString KioskViews::questionLeft(bool brief) const
{
    if (!m_screen.reprint)
        return {};
    const auto left = m_screen.reprint->left.count();
    return (brief ? tr("%1 seconds left")
                  : tr("This question stays for %1 seconds. Later, ask an officer for the slip."))
        .arg(left);
}

StartView KioskViews::start() const
{
    const auto &site = m_screen.catalogue->site;
    StartView view{site.name.in(m_language), site.shortName.in(m_language), startNote(), question(),
        {}, lastSlip(), {}};
    for (const auto &agency : m_screen.catalogue->agencies)
        view.agencies.push_back(tile(agency));
    if (!closedNote() && !m_screen.isShut)
        view.phoneCode = m_screen.phoneCode;
    view.scan = m_screen.scanWays.any();
    return view;
}

} // namespace antre
