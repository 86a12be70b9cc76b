// SPDX-License-Identifier: Apache-2.0
#include "counter/globalkeys.h"

#include "counter/counterwords.h"

#include <QGuiApplication>

#include <array>
#include <cstdlib>
#include <xcb/xcb.h>

namespace antre {

namespace {

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
template <typename T> using Reply = std::unique_ptr<T, Free>;

/// F1's symbol in X11's keysymdef.h; the others follow.
constexpr xcb_keysym_t firstFunctionKey = 0xffbe;
constexpr uint16_t chord = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_SHIFT;
/// A grab counts only with exactly its modifiers, and Caps Lock and Num Lock are among them.
constexpr std::array<uint16_t, 4> locks{
    0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2, XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};

xcb_connection_t *connection()
{
    auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_window_t root(xcb_connection_t *x)
{
    return xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
}

/// The key of this keyboard that means F`number`; 0: it has none.
xcb_keycode_t keycodeOf(xcb_connection_t *x, int number)
{
    const xcb_setup_t *setup = xcb_get_setup(x);
    const auto count = uint8_t(setup->max_keycode - setup->min_keycode + 1);
    const Reply<xcb_get_keyboard_mapping_reply_t> mapping(xcb_get_keyboard_mapping_reply(
        x, xcb_get_keyboard_mapping(x, setup->min_keycode, count), nullptr));
    if (!mapping)
        return 0;
    const xcb_keysym_t *symbols = xcb_get_keyboard_mapping_keysyms(mapping.get());
    const xcb_keysym_t wanted = firstFunctionKey + xcb_keysym_t(number) - 1;
    for (int key = 0; key < count; ++key) {
        for (int level = 0; level < mapping->keysyms_per_keycode; ++level) {
            if (symbols[key * mapping->keysyms_per_keycode + level] == wanted)
                return xcb_keycode_t(setup->min_keycode + key);
        }
    }
    return 0;
}

/// False when another program has it.
bool grabOne(xcb_connection_t *x, xcb_keycode_t key)
{
    bool isOurs = true;
    for (const uint16_t lock : locks) {
        const auto asked = xcb_grab_key_checked(
            x, 0, root(x), uint16_t(chord | lock), key, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
        const Reply<xcb_generic_error_t> error(xcb_request_check(x, asked));
        isOurs = isOurs && !error;
    }
    return isOurs;
}

void ungrabOne(xcb_connection_t *x, xcb_keycode_t key)
{
    for (const uint16_t lock : locks)
        xcb_ungrab_key(x, key, root(x), uint16_t(chord | lock));
}

} // namespace

GlobalKeys::GlobalKeys(QObject *parent)
    : QObject(parent)
{
    qGuiApp->installNativeEventFilter(this);
}

GlobalKeys::~GlobalKeys()
{
    if (!qGuiApp)
        return;
    hold(false);
    qGuiApp->removeNativeEventFilter(this);
}

bool GlobalKeys::isPossible() { return connection() != nullptr; }

void GlobalKeys::hold(bool wanted)
{
    if (wanted == (m_reach != Reach::Off))
        return;
    if (wanted)
        grab();
    else
        release();
}

void GlobalKeys::grab()
{
    xcb_connection_t *x = connection();
    m_reach = x ? Reach::Everywhere : Reach::Nowhere;
    if (!x)
        return;
    for (const Wish wish : CounterWords::wishesWithFunctionKeys()) {
        const xcb_keycode_t key = keycodeOf(x, CounterWords::functionKey(wish));
        if (key != 0 && grabOne(x, key)) {
            m_held.emplace(key, wish);
            continue;
        }
        if (key != 0)
            ungrabOne(x, key);
        m_missing.push_back(wish);
        m_reach = Reach::Partly;
    }
    xcb_flush(x);
}

void GlobalKeys::release()
{
    if (xcb_connection_t *x = connection()) {
        for (const auto &[key, wish] : m_held)
            ungrabOne(x, key);
        xcb_flush(x);
    }
    m_held.clear();
    m_missing.clear();
    m_reach = Reach::Off;
}

bool GlobalKeys::nativeEventFilter(const QByteArray &kind, void *message, qintptr *)
{
    if (m_held.empty() || kind != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const int type = event->response_type & ~0x80;
    if (type != XCB_KEY_PRESS && type != XCB_KEY_RELEASE)
        return false;
    const auto *key = static_cast<const xcb_key_press_event_t *>(message);
    const auto held = m_held.find(key->detail);
    if (held == m_held.end() || key->event != key->root)
        return false;
    if (type == XCB_KEY_RELEASE) {
        m_releasedKey = key->detail;
        m_releasedAt = key->time;
    } else if (key->detail != m_releasedKey || key->time != m_releasedAt) {
        Q_EMIT pressed(held->second);
    }
    return true;
}

} // namespace antre
