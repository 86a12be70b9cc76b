// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"
#include "counter/deskpage.h"
#include "counter/globalkeys.h"
#include "counter/habits.h"
#include "domain/command.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace antre {

class BarWindow;
class IssuePanel;
class LobbyPage;
class LookPage;
class SignInPage;
class TopBar;

/// The officer's window, and the small bar that can take its place: shows a CounterView and tells
/// what the officer wants. It knows no rules and keeps nothing, neither on disk nor, once somebody
/// has signed in or out, in its fields.
///
/// Whoever hears a wish shows a view in which that wish is pending before returning, and views anew
/// when the answer, an event or the next second comes. Until that view the window takes no second
/// wish, so a double press is one wish however slow the answer. Interface thread only.
class CounterWindow : public QWidget
{
    Q_OBJECT
public:
    /// `theme`: whether things move; sizes and colours follow the habits and the window's size.
    explicit CounterWindow(const Theme &theme, QWidget *parent = nullptr);
    ~CounterWindow() override;

    void setView(const CounterView &view);
    [[nodiscard]] const CounterView &view() const { return m_view; }
    void setHabits(const ConsoleHabits &habits);
    [[nodiscard]] const ConsoleHabits &habits() const { return m_habits; }
    /// Null while the whole window is shown.
    [[nodiscard]] BarWindow *bar() const { return m_bar.get(); }
    /// The window, or the bar in its place.
    void appear();

Q_SIGNALS:
    void signInWanted(
        const antre::OfficerId &officer, const QString &pin, const antre::CounterId &counter);
    /// A command that carries out the wish, as far as the officer and this view say.
    void wanted(antre::Wish wish, const antre::CommandData &command);
    /// A number for a visitor; `note` is for whoever calls it, and not for the journal.
    void issueWanted(const antre::IssueTicket &wanted, const QString &note);
    /// The officer is done with the number that was given.
    void issuedRead();
    /// Install that language's translator and show views in it: the window words itself anew.
    void languageWanted(const QString &language);
    /// The officer likes it otherwise now. Worth remembering.
    void habitsChanged(const antre::ConsoleHabits &habits);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What a change of which makes everything anew.
    struct Look
    {
        Theme theme;
        DeskShape shape = DeskShape::Roomy;
        friend bool operator==(const Look &, const Look &) = default;
    };
    [[nodiscard]] Look look() const;
    void build();
    void buildIfNeeded();
    void buildAgain();
    void listen();
    void makeBar();
    void addShortcuts(QWidget *window);
    void takeFocus();
    void showPage();
    void showDisplay(bool shown);
    void like(const ConsoleHabits &habits);
    void changeLanguage();
    void toggle(ConsoleFace face);

    void press(Wish wish);
    void pressRow(Wish wish, const TicketId &ticket);
    void pressFromKeyboard(Wish wish);
    [[nodiscard]] bool hinders(Wish wish);
    void wantSlip(const TicketId &ticket);
    [[nodiscard]] Panel *panelFor(Wish wish);
    void listenTo(IssuePanel *panel);
    [[nodiscard]] bool isAtDesk() const;
    void openPanel(Panel *panel);
    void closePanel();
    void hint(const QString &sentence);
    void tell(Wish wish, const CommandData &command);

    bool m_moves;
    Look m_look;
    ConsoleHabits m_habits;
    CounterView m_view;
    bool m_hasAsked = false; ///< a wish was told and no view has come since
    bool m_barRests = false; ///< the bar made way for a panel and comes back after it
    bool m_showsDisplay = false;
    QString m_hint;
    QTimer m_hintEnds;
    QWidget *m_content = nullptr;
    TopBar *m_top = nullptr;
    QStackedWidget *m_pages = nullptr;
    SignInPage *m_signIn = nullptr;
    DeskPage *m_desk = nullptr;
    LobbyPage *m_lobby = nullptr;
    LookPage *m_display = nullptr;
    std::unique_ptr<BarWindow> m_bar;
    GlobalKeys m_globalKeys;
};

} // namespace antre
