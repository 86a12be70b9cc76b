// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <optional>

namespace antre {

/// The wire to a printer, as a conversation needs it. For the next implementer: nothing but wait()
/// may block, and once the link was called gone it stays gone.
class EscposLink
{
public:
    virtual ~EscposLink() = default;
    /// How many of these bytes the link has taken; 0: none for now; negative: the link is gone.
    [[nodiscard]] virtual qsizetype write(const char *bytes, qsizetype count) = 0;
    /// What has arrived, empty if nothing has; absent: the link is gone.
    [[nodiscard]] virtual std::optional<QByteArray> read() = 0;
    /// Until there is something to read, or, with `orWrite`, until bytes are taken again; at most
    /// for `limit`.
    virtual void wait(bool orWrite, Milliseconds limit) = 0;
};

/// A connected socket, or a character device that can be read and written such as /dev/usb/lp0.
class DescriptorLink final : public EscposLink
{
public:
    /// Takes the open descriptor over and closes it in the end.
    explicit DescriptorLink(int descriptor);
    ~DescriptorLink() override;
    DescriptorLink(const DescriptorLink &) = delete;
    DescriptorLink &operator=(const DescriptorLink &) = delete;

    [[nodiscard]] qsizetype write(const char *bytes, qsizetype count) override;
    [[nodiscard]] std::optional<QByteArray> read() override;
    void wait(bool orWrite, Milliseconds limit) override;

private:
    int m_descriptor;
    bool m_isDevice; ///< which may give an empty packet without being at its end
};

} // namespace antre
