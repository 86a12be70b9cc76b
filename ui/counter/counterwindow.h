// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

class QStackedWidget;

namespace antre {

class DeskPage;
class SignInPage;
class TopBar;

/// The officer's window: shows a CounterView and tells what the officer wants. It knows no rules
/// and keeps nothing, neither on disk nor, once somebody has signed in or out, in its fields.
///
/// Whoever hears a wish shows a view in which that wish is pending before returning, and views anew
/// when the answer, an event or the next second comes. Until that view the window takes no second
/// wish, so a double press is one wish however slow the answer. Interface thread only.
class CounterWindow : public QWidget
{
    Q_OBJECT
public:
    explicit CounterWindow(const Theme &theme, QWidget *parent = nullptr);

    void setView(const CounterView &view);
    [[nodiscard]] const CounterView &view() const { return m_view; }

Q_SIGNALS:
    void signInWanted(
        const antre::OfficerId &officer, const QString &pin, const antre::CounterId &counter);
    void callNextWanted();
    void callAgainWanted(const antre::TicketId &ticket);
    void startWanted(const antre::TicketId &ticket);
    void finishWanted(const antre::TicketId &ticket);
    void noShowWanted(const antre::TicketId &ticket);
    void signOutWanted();
    /// Install that language's translator and show views in it: the window words itself anew.
    void languageWanted(const QString &language);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void takeFocus();
    void press(Wish wish);
    void say(Wish wish);

    Theme m_theme;
    CounterView m_view;
    bool m_hasAsked = false; ///< a wish was told and no view has come since
    QWidget *m_content = nullptr;
    TopBar *m_top = nullptr;
    QStackedWidget *m_pages = nullptr;
    SignInPage *m_signIn = nullptr;
    DeskPage *m_desk = nullptr;
};

} // namespace antre
