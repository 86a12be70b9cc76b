// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/choicelist.h"
#include "counter/panel.h"

namespace antre {

class DesktopKey;
class Stepper;

/// A panel that asks for one thing of a list, and perhaps for a number. An empty list is not shown.
class ChoicePanel : public Panel
{
    Q_OBJECT
public:
    void setView(const CounterView &view) override;
    void takeFocus() override;

protected:
    ChoicePanel(const Theme &theme, const QString &icon, const QString &listName,
        QWidget *parent = nullptr);
    [[nodiscard]] virtual std::vector<Choice> choices() const = 0;
    /// Title, words on the keys: what depends on the view and on what is chosen.
    virtual void word() = 0;
    [[nodiscard]] const CounterView &view() const { return m_view; }
    [[nodiscard]] QString chosen() const { return m_list->chosen(); }
    [[nodiscard]] QString chosenText() const;
    [[nodiscard]] ChoiceList *list() const { return m_list; }
    /// A number below the list, which plus and minus change, too.
    void addStepper(Stepper *stepper, const QString &heading);
    /// The visitor that the panel was opened for has gone.
    [[nodiscard]] bool visitorLeft(const CounterView &view) const;

    void keyPressEvent(QKeyEvent *event) override;

private:
    CounterView m_view;
    std::optional<TicketId> m_about; ///< who was at the counter when it opened
    ChoiceList *m_list;
    Stepper *m_stepper = nullptr;
};

/// Sets the visitor aside: why, and for how long.
class ParkPanel final : public ChoicePanel
{
    Q_OBJECT
public:
    explicit ParkPanel(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] bool isOver(const CounterView &view) const override { return visitorLeft(view); }
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::Park); }

protected:
    [[nodiscard]] std::vector<Choice> choices() const override;
    void word() override;
    void confirm() override;

private:
    Stepper *m_minutes;
};

/// What came of the service. The visitor leaves, and the next one is called if the officer likes.
class OutcomePanel final : public ChoicePanel
{
    Q_OBJECT
public:
    explicit OutcomePanel(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] bool isOver(const CounterView &view) const override { return visitorLeft(view); }
    [[nodiscard]] bool takes(Wish wish) override;

protected:
    [[nodiscard]] std::vector<Choice> choices() const override;
    void word() override;
    void confirm() override;

private:
    void confirmAndCall();

    DesktopKey *m_call;
};

/// The counter rests: why, and until when.
class PausePanel final : public ChoicePanel
{
    Q_OBJECT
public:
    explicit PausePanel(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] bool isOver(const CounterView &view) const override
    {
        return view.pause.has_value();
    }
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::Pause); }

protected:
    [[nodiscard]] std::vector<Choice> choices() const override;
    void word() override;
    void confirm() override;

private:
    Stepper *m_minutes;
};

/// The officer leaves: why.
class ClosePanel final : public ChoicePanel
{
    Q_OBJECT
public:
    explicit ClosePanel(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] bool isOver(const CounterView &) const override { return false; }
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::SignOut); }

protected:
    [[nodiscard]] std::vector<Choice> choices() const override;
    void word() override;
    void confirm() override;
};

/// At which kiosk a slip comes out.
class SlipPanel final : public ChoicePanel
{
    Q_OBJECT
public:
    /// `number`: of the ticket, for the title. `copy`: another slip of it may be in a hand.
    SlipPanel(
        const Theme &theme, TicketId ticket, QString number, bool copy, QWidget *parent = nullptr);
    [[nodiscard]] bool isOver(const CounterView &) const override { return false; }
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::Slip); }

protected:
    [[nodiscard]] std::vector<Choice> choices() const override;
    void word() override;
    void confirm() override;

private:
    TicketId m_ticket;
    QString m_number;
    bool m_copy;
};

} // namespace antre
