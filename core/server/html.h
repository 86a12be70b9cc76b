// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace antre::html {

/// Text from outside, fit to stand in an element or in a quoted attribute. Control characters are
/// left out: no browser shows them, and some change what stands beside them.
[[nodiscard]] QString safe(const QString &text);

/// An element; `open` is its tag's inside, `content` is HTML already.
[[nodiscard]] QString element(const QString &open, const QString &content);

/// An input that nobody sees.
[[nodiscard]] QString hidden(const QString &name, const QString &value);

/// The icon `name` of resources/icons ("ui-back", "agency-samsat") in the colour of the text
/// beside it; silent, since words always stand beside it. Empty: there is no such icon.
[[nodiscard]] QString icon(const QString &name, const QString &classes = {});

/// A file of resources, "web/page.css". REQUIRES: it is there.
[[nodiscard]] QByteArray resource(const QString &name);

using Values = std::vector<std::pair<const char *, QString>>;
/// Puts values, HTML already, where `frame` names them: {{title}}.
[[nodiscard]] QString filled(const QString &frame, const Values &values);

/// One segment of an address.
[[nodiscard]] QString encoded(const QString &text);

} // namespace antre::html
