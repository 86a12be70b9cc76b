// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/panel.h"

class QButtonGroup;
class QGridLayout;
class QLineEdit;

namespace antre {

class IssuedCard;
class MarkedLine;
class ServicePicker;

/// A number for a visitor who has none: what for, with which class, and where it comes out, at a
/// kiosk's printer or on this screen. Typing a few letters and Enter are enough; the rest is as it
/// was last time, but for the class, which is asked anew for each visitor. Nobody's name is asked.
class IssuePanel final : public Panel
{
    Q_OBJECT
public:
    /// `place`: where the last number came out, a kiosk or, empty, this screen; absent: there was
    /// none yet.
    IssuePanel(const Theme &theme, std::optional<TerminalId> place, QWidget *parent = nullptr);
    void setView(const CounterView &view) override;
    void takeFocus() override;
    [[nodiscard]] bool isOver(const CounterView &) const override { return false; }
    [[nodiscard]] bool staysOpen() const override { return true; }
    [[nodiscard]] bool isWide() const override { return true; }
    [[nodiscard]] bool takes(Wish wish) override { return confirmOn(wish, Wish::Issue); }
    /// It is all that there is on its page: it can't be closed, only begun anew.
    void standAlone();

Q_SIGNALS:
    void issueWanted(const antre::IssueTicket &wanted, const QString &note);
    /// The officer is done with the number that was given.
    void issuedRead();
    /// Worth remembering.
    void placeChosen(const antre::TerminalId &place);

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *row(const QString &words, QGridLayout *keys);
    [[nodiscard]] class DesktopKey *option(
        QButtonGroup *group, const QString &icon, const QString &words, const QString &cap);
    void offerClasses();
    void offerPlaces();
    void choosePlace();
    void nextPlace();
    void word();
    void begin();
    [[nodiscard]] QString hindrance() const;
    [[nodiscard]] const KioskChoice *kioskChosen() const;
    [[nodiscard]] const ServiceChoice *serviceChosen() const;

    CounterView m_view;
    std::optional<TerminalId> m_place;
    QWidget *m_ask;
    ServicePicker *m_picker;
    MarkedLine *m_why;
    QButtonGroup *m_class;
    QGridLayout *m_classKeys;
    QButtonGroup *m_where;
    QGridLayout *m_whereKeys;
    QLineEdit *m_note;
    IssuedCard *m_given;
    std::vector<ClassChoice> m_classesShown;
    std::vector<KioskChoice> m_placesShown;
};

} // namespace antre
