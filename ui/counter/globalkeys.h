// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

#include <QAbstractNativeEventFilter>
#include <QObject>

#include <map>
#include <memory>

namespace antre {

/// Keys that are heard whatever program has the keyboard: Ctrl+Shift and the function key that is
/// printed on the console's key. Only an X11 desktop lets a program do that (XGrabKey); Wayland has
/// no such request, and reach() says so. Interface thread only.
class GlobalKeys : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT
public:
    enum class Reach {
        Off, ///< not held
        Everywhere,
        Partly, ///< some are taken by another program: see missing()
        Nowhere, ///< this desktop has none
    };
    explicit GlobalKeys(QObject *parent = nullptr);
    ~GlobalKeys() override;

    /// Whether this desktop knows such keys at all.
    [[nodiscard]] static bool isPossible();
    /// Takes the keys from all other programs, or gives them back.
    void hold(bool wanted);
    [[nodiscard]] Reach reach() const { return m_reach; }
    /// The wishes whose keys another program has.
    [[nodiscard]] const std::vector<Wish> &missing() const { return m_missing; }

Q_SIGNALS:
    void pressed(antre::Wish wish);

private:
    bool nativeEventFilter(const QByteArray &kind, void *message, qintptr *result) override;
    void grab();
    void release();

    Reach m_reach = Reach::Off;
    std::vector<Wish> m_missing;
    std::map<unsigned char, Wish> m_held; ///< by keycode
    unsigned char m_releasedKey = 0;
    unsigned int m_releasedAt = 0; ///< the X server's time: a held key repeats at the same one
};

} // namespace antre
