// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

namespace antre {

class Key;
class NumberLabel;
class Rail;
class QuestionCard;
class TextLabel;

/// One page, built from a view and a look and thrown away when either changes. It paints its whole
/// ground, so that it can slide over another one.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const Look &look, QWidget *parent = nullptr);
    /// For pages that show the clock themselves.
    virtual void setTime(const QString &clock, const QString &date);
    /// For pages that go back to the start by themselves.
    virtual void setSecondsLeft(int seconds);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] const Look &look() const { return m_look; }
    [[nodiscard]] const Theme &theme() const { return m_look.theme; }
    /// A key of the lowest row: back, done, another.
    Key *actionKey(const QString &text, const QString &icon = {});
    /// The one yellow key.
    Key *primaryKey(const QString &text, const QString &icon);
    void addNote(QBoxLayout *layout, const std::optional<Note> &note);

private:
    Look m_look;
};

/// "What do you need today?" All agencies, in letter order, always in the same place.
class StartPage : public Page
{
    Q_OBJECT
public:
    /// `part`: which agencies are shown, where large letters leave no room for all.
    explicit StartPage(
        const Look &look, const StartView &view, int part = 0, QWidget *parent = nullptr);
    /// How many parts they have in this look.
    [[nodiscard]] static int partCount(const Look &look, const StartView &view);
    void setTime(const QString &clock, const QString &date) override;
    /// How much longer the question to the last visitor stands, where it is asked.
    void setQuestionLeft(const QString &sentence);

Q_SIGNALS:
    void agencyChosen(const antre::AgencyId &agency);
    /// The last visitor's answers.
    void reprintWanted();
    void slipThere();
    /// Who filled the printer says which roll is in it.
    void rollSaid(bool isNew);
    void searchWanted();
    void scanWanted();
    void partWanted(int part);

private:
    void layOutPortrait(const StartView &view);
    void layOutLow(const StartView &view);
    void layOutLandscape(const StartView &view);
    void layOutSmall(const StartView &view);
    void addQuestion(QBoxLayout *column, const StartView &view);
    void addNews(QBoxLayout *column, const StartView &view);
    QWidget *phoneCard(const StartView &view, int codePx, bool isAlone);
    Key *lastSlipKey(const StartView &view);
    QWidget *upperHalf(const StartView &view);
    QGridLayout *agencyGrid(const StartView &view, int columns, int shape);
    Key *searchKey(bool withExamples);
    Key *scanKey();
    [[nodiscard]] QList<Key *> findKeys(const StartView &view, bool withExamples, double heightMm);
    QBoxLayout *smallTop(const StartView &view, bool withNews);
    void addPartKeys(QBoxLayout *row, const StartView &view);

    int m_part;
    NumberLabel *m_clock = nullptr;
    TextLabel *m_date = nullptr;
    QuestionCard *m_question = nullptr;
};

/// The services of one agency, a screenful at a time.
class ServicesPage : public Page
{
    Q_OBJECT
public:
    ServicesPage(const Look &look, const ServicesView &view, int part, QWidget *parent = nullptr);
    /// How many parts the list has in this look.
    [[nodiscard]] static int partCount(const Look &look, const ServicesView &view);

Q_SIGNALS:
    void serviceChosen(const antre::ServiceId &service);
    void backWanted();
    void partWanted(int part);

private:
    void layOutPortrait(const ServicesView &view);
    void layOutLandscape(const ServicesView &view);
    void layOutSmall(const ServicesView &view);
    QWidget *list(const ServicesView &view, int columns);
    void addPartKeys(QBoxLayout *row, const ServicesView &view);
    [[nodiscard]] std::pair<int, int> range(const ServicesView &view) const;

    int m_part;
};

/// One service: what to bring, what it costs, who waits; then "Take a number". Or why not now.
class ServicePage : public Page
{
    Q_OBJECT
public:
    ServicePage(const Look &look, const ServiceView &view, const ClassId &chosen,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void classChosen(const antre::ClassId &priority);
    void numberWanted();
    void backWanted();
    void homeWanted();

private:
    void layOutPortrait(const ServiceView &view, const ClassId &chosen);
    void layOutLandscape(const ServiceView &view, const ClassId &chosen);
    void layOutSmall(const ServiceView &view, const ClassId &chosen);
    QWidget *facts(const ServiceView &view);
    QWidget *requirements(const ServiceView &view);
    QWidget *closedCard(const ServiceView &view);
    QWidget *reopensCard(const ServiceView &view);
    QBoxLayout *priorities(const ServiceView &view, const ClassId &chosen, int height);
    Key *takeKey();
    Key *backKey();
    Key *homeKey();
};

/// A number is on its way; seen only when that takes longer than a breath. When it takes long, the
/// page counts the seconds: nobody should think that the kiosk has died.
class IssuingPage : public Page
{
    Q_OBJECT
public:
    explicit IssuingPage(const Look &look, QWidget *parent = nullptr);
    void setWaited(int seconds);

private:
    TextLabel *m_waited;
};

/// The number, as large as the screen allows, and what to do with it.
class IssuedPage : public Page
{
    Q_OBJECT
public:
    /// `fresh`: the slip comes out of the printer now, so its picture glides.
    IssuedPage(const Look &look, const IssuedView &view, bool fresh, QWidget *parent = nullptr);
    void setSecondsLeft(int seconds) override;

Q_SIGNALS:
    void doneWanted();
    void anotherWanted();
    void reprintWanted();
    void slipSeen(bool cameOut);
    /// Longer, please.
    void stayWanted();

private:
    void layOutPortrait(const IssuedView &view, bool fresh);
    void layOutWide(const IssuedView &view, bool fresh);
    QWidget *numberPanel(const IssuedView &view);
    QWidget *slot();
    QWidget *slip(const IssuedView &view, int width, bool fresh);
    QWidget *takeSlip(const IssuedView &view);
    Key *reprintKey(bool offered);
    QWidget *codeCard(const IssuedView &view, int codePx);
    QWidget *waysToKeep(const IssuedView &view);
    QBoxLayout *actions(const IssuedView &view);

    TextLabel *m_secondsLeft = nullptr;
};

} // namespace antre
