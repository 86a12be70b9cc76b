// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"
#include "counter/issuepanel.h"

namespace antre {

class NoteStrip;

/// What an officer sees who helps in the lobby, without a counter: a number for a visitor, and
/// nothing else.
class LobbyPage : public QWidget
{
    Q_OBJECT
public:
    LobbyPage(const Theme &theme, std::optional<TerminalId> place, QWidget *parent = nullptr);
    /// `hint`: why a key did nothing, for a while; empty: none.
    void setView(const CounterView &view, const QString &hint);
    void takeFocus() { m_issue->takeFocus(); }
    [[nodiscard]] IssuePanel *issue() const { return m_issue; }

private:
    NoteStrip *m_note;
    IssuePanel *m_issue;
};

} // namespace antre
