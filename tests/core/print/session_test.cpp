// SPDX-License-Identifier: Apache-2.0
// What travels between us and the printer, byte by byte, and over a character device.
#include "print/escposanswers.h"
#include "print/escposdevice.h"
#include "support/catch.h"
#include "support/virtualprinter/escposmachine.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace antre;

TEST_CASE("A printer's answers are told apart however they are mixed and broken", "[print]")
{
    // DLE EOT, GS a, GS r, GS ( H, GS I, and a byte of noise between them.
    const QByteArray mixed("\x12\x10\x00\x0C\x00\x00\x37\x22"
                           "1234\x00\x93\x5F"
                           "EPSON\x00\x16",
        22);
    for (qsizetype cut = 0; cut <= mixed.size(); ++cut) {
        EscposAnswers answers;
        std::vector<EscposAnswer> found;
        for (const QByteArray &part : {mixed.left(cut), mixed.mid(cut)}) {
            answers.add(part);
            while (const auto answer = answers.next())
                found.push_back(*answer);
        }
        CAPTURE(cut);
        REQUIRE(found.size() == 6);
        CHECK(std::get<RealTimeStatus>(found[0]).bits == 0x12);
        CHECK(std::get<AutomaticStatus>(found[1]).bits[2] == 0x0C);
        CHECK(std::get<StatusReceipt>(found[2]).bits == 0x00);
        CHECK(std::get<NamedAnswer>(found[3]).data == "1234");
        CHECK(std::get<NamedAnswer>(found[4]).data == "EPSON");
        CHECK(std::get<RealTimeStatus>(found[5]).bits == 0x16);
    }
}

TEST_CASE("A device's address says where and what the printer is", "[print]")
{
    const auto device = EscposDevice::fromUri(
        QStringLiteral("escpos://10.0.0.7/?stall=900&receipt=status&profile=epson-tm"));
    REQUIRE(device.has_value());
    CHECK(device->host == QStringLiteral("10.0.0.7"));
    CHECK(device->port == 9100);
    CHECK(device->model.id == QStringLiteral("epson-tm"));
    CHECK(device->model.receipt == ReceiptKind::Status);
    CHECK(device->limits.stall == Milliseconds(900));
    CHECK(EscposDevice::fromUri(QStringLiteral("escpos:/dev/usb/lp0"))->path
        == QStringLiteral("/dev/usb/lp0"));
    for (const char *wrong : {"socket://10.0.0.7/", "escpos:", "escpos://h/?profile=none",
             "escpos://h/?stall=0", "escpos://h/?speed=9"})
        CHECK(!EscposDevice::fromUri(QString::fromLatin1(wrong)).has_value());
}

TEST_CASE("What a printer is remembered by survives, and belongs to that printer alone", "[print]")
{
    const QTemporaryDir folder;
    const auto one = EscposDevice::fromUri(QStringLiteral("escpos://h:9100/")).value();
    const auto other = EscposDevice::fromUri(QStringLiteral("escpos://h:9101/")).value();
    PrinterMemoryFile(folder.path(), one).write({.mute = true, .unsettled = true});
    CHECK(PrinterMemoryFile(folder.path(), one).read()
        == PrinterMemory{.mute = true, .unsettled = true});
    CHECK(PrinterMemoryFile(folder.path(), other).read() == PrinterMemory());
    PrinterMemoryFile(folder.path(), one).write({});
    CHECK(PrinterMemoryFile(folder.path(), one).read() == PrinterMemory());
    CHECK(PrinterMemoryFile({}, one).read() == PrinterMemory());
}

namespace {

/// A printer at the far end of a pseudo terminal, which is a character device as /dev/usb/lp0 is.
class DevicePrinter
{
public:
    DevicePrinter()
    {
        termios raw{};
        cfmakeraw(&raw);
        char name[64];
        int near = -1;
        REQUIRE(openpty(&m_far, &near, name, &raw, nullptr) == 0);
        m_path = QString::fromLatin1(name);
        m_near = near; // held open, so that the far end does not hang up between jobs
        m_thread = std::thread([this] { serve(); });
    }
    ~DevicePrinter()
    {
        m_ends = true;
        m_thread.join();
        close(m_near);
        close(m_far);
    }
    [[nodiscard]] QString path() const { return m_path; }

private:
    void serve()
    {
        while (!m_ends) {
            pollfd entry{m_far, POLLIN, 0};
            if (poll(&entry, 1, 20) <= 0)
                continue;
            char buffer[512];
            const ssize_t count = read(m_far, buffer, sizeof buffer);
            if (count <= 0)
                continue;
            m_machine.receive(QByteArray(buffer, count));
            const QByteArray answers = m_machine.takeAnswers();
            if (write(m_far, answers.constData(), size_t(answers.size())) != answers.size())
                m_ends = true;
        }
    }

    int m_far = -1;
    int m_near = -1;
    QString m_path;
    EscposMachine m_machine{EscposMachine::Model::tmClass()};
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace

TEST_CASE(
    "A printer behind a character device confirms a slip as one on the network does", "[print]")
{
    DevicePrinter printer;
    const auto device = EscposDevice::fromUri(
        QStringLiteral("escpos:%1?profile=epson-tm&answer=3000").arg(printer.path()))
                            .value();
    const QByteArray slip("\x1C.\x1B@\x1C.hello\n\x1DV\x42\x00", 17);
    CHECK(printOn(
              device, {.bytes = slip, .number = 7}, 0, PrinterMemoryFile({}, device), SystemClock())
        == SessionEnd::Confirmed);
    CHECK(printOn(device, {.bytes = escposProbe()}, 0, PrinterMemoryFile({}, device), SystemClock())
        == SessionEnd::Confirmed);
}
