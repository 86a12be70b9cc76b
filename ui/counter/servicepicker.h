// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/choicelist.h"
#include "counter/counterview.h"

class QLineEdit;

namespace antre {

/// Those services of the view that are meant by what was typed, best first; all of them when
/// nothing was typed.
[[nodiscard]] std::vector<ServiceChoice> servicesMeant(
    const QString &typed, const CounterView &view);

/// A field to type into and the services that are meant: typing narrows the list, arrows walk in it
/// while the typing goes on, Enter takes the chosen one.
class ServicePicker : public QWidget
{
    Q_OBJECT
public:
    explicit ServicePicker(const Theme &theme, QWidget *parent = nullptr);
    using Words = std::function<QString(const ServiceChoice &)>;
    /// `hindrance`: why a service can't be chosen, as words for its row; empty: it can. `remark`:
    /// what is said of one that can be chosen all the same; empty: nothing.
    void setView(const CounterView &view, const Words &hindrance, const Words &remark = {});
    [[nodiscard]] const ServiceChoice *chosen() const;
    void takeFocus();
    /// Nothing typed, nothing chosen.
    void clear();

Q_SIGNALS:
    void chosenChanged();
    void confirmed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed();
    void narrow();

    CounterView m_view;
    Words m_hindrance;
    Words m_remark;
    QLineEdit *m_typed;
    ChoiceList *m_list;
    class TextLabel *m_nothing;
};

} // namespace antre
