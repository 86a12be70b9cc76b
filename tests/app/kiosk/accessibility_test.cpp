// SPDX-License-Identifier: Apache-2.0

// The real antre-kiosk on an X server, read through AT-SPI as a screen reader reads it: from a
// session bus and an accessibility bus of the test's own. It is also worked through that tree.
// Interfaces: the XML of at-spi2-core (org.a11y.Bus, org.a11y.atspi.Accessible, .Action).

#include "base/clock.h"
#include "base/instant.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace antre;
using namespace antre::test;

struct AtSpiObject
{
    QString bus;
    QDBusObjectPath path;
};
Q_DECLARE_METATYPE(AtSpiObject)

static QDBusArgument &operator<<(QDBusArgument &argument, const AtSpiObject &object)
{
    argument.beginStructure();
    argument << object.bus << object.path;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, AtSpiObject &object)
{
    argument.beginStructure();
    argument >> object.bus >> object.path;
    argument.endStructure();
    return argument;
}

namespace {

const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");

/// What a screen reader knows of one thing on the screen.
struct Node
{
    AtSpiObject object;
    QString role;
    QString name;
    bool isShown = false;
    bool isFocusable = false;
    int depth = 0;
};

/// A process that is gone with the test.
struct Child
{
    ~Child()
    {
        process.terminate();
        if (!process.waitForFinished(3000))
            process.kill();
        process.waitForFinished();
    }
    QString startAndRead(const QString &program, const QStringList &arguments)
    {
        process.start(program, arguments);
        if (!process.waitForStarted())
            return {};
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        return QString::fromUtf8(process.readLine()).trimmed();
    }
    QProcess process;
};

class ScreenReader
{
public:
    explicit ScreenReader(const QString &size)
    {
        qDBusRegisterMetaType<AtSpiObject>();
        qDBusRegisterMetaType<QList<AtSpiObject>>();
        const QString bus = m_session.startAndRead(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"),
                QStringLiteral("--print-address")});
        REQUIRE_FALSE(bus.isEmpty());
        const QString display = m_screen.startAndRead(QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), size + QStringLiteral("x24"), QStringLiteral("-nolisten"),
                QStringLiteral("tcp")});
        REQUIRE_FALSE(display.isEmpty());
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), bus);
        environment.insert(QStringLiteral("DISPLAY"), u':' % display);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
        m_kiosk.process.setProcessEnvironment(environment);
        m_kiosk.process.setProcessChannelMode(QProcess::MergedChannels);
        connectTo(bus);
        startKiosk(size);
    }
    ~ScreenReader() { QDBusConnection::disconnectFromBus(QStringLiteral("atspi")); }

    /// All that is shown now, in the tree's order.
    std::vector<Node> tree()
    {
        std::vector<Node> nodes;
        for (const auto &application : children({QStringLiteral("org.a11y.atspi.Registry"),
                 QDBusObjectPath("/org/a11y/atspi/accessible/root")}))
            walk(application, 0, nodes);
        return nodes;
    }
    /// Waits until this is on the screen, and says all that is.
    std::vector<Node> waitsFor(const QString &name)
    {
        std::vector<Node> nodes;
        const bool came = eventually([&] {
            nodes = tree();
            return find(nodes, name) != nullptr;
        });
        CAPTURE(name, dump(nodes));
        REQUIRE(came);
        return nodes;
    }
    /// As a screen reader presses it: by its first action. A key that was built anew since it was
    /// found is looked for again, as a reader does.
    void presses(const QString &name)
    {
        QString error;
        const bool done = eventually([&] {
            const auto nodes = tree();
            const Node *node = find(nodes, name);
            if (!node)
                return false;
            QDBusInterface action(node->object.bus, node->object.path.path(),
                QStringLiteral("org.a11y.atspi.Action"), m_bus);
            const QDBusReply<bool> pressed = action.call(QStringLiteral("DoAction"), 0);
            error = pressed.error().message();
            return pressed.isValid();
        });
        CAPTURE(name, error);
        CHECK(done);
    }
    static const Node *find(const std::vector<Node> &nodes, const QString &name)
    {
        for (const Node &node : nodes)
            if (node.isShown && node.name.contains(name))
                return &node;
        return nullptr;
    }
    static QString dump(const std::vector<Node> &nodes)
    {
        QString text;
        for (const Node &node : nodes)
            if (node.isShown)
                text += QString(node.depth * 2, u' ') % node.role % u" \"" % node.name % u"\"\n";
        return text;
    }

private:
    void connectTo(const QString &address)
    {
        auto session = QDBusConnection::connectToBus(address, QStringLiteral("session"));
        REQUIRE(session.isConnected());
        const QDBusReply<QString> at = QDBusInterface(QStringLiteral("org.a11y.Bus"),
            QStringLiteral("/org/a11y/bus"), QStringLiteral("org.a11y.Bus"), session)
                                           .call(QStringLiteral("GetAddress"));
        CAPTURE(at.error().message());
        REQUIRE(at.isValid());
        QDBusConnection::disconnectFromBus(QStringLiteral("session"));
        m_bus = QDBusConnection::connectToBus(at, QStringLiteral("atspi"));
        REQUIRE(m_bus.isConnected());
    }

    void startKiosk(const QString &size)
    {
        const auto shown = instantOf(
            *BusinessDay::fromText(u"2026-08-20"), Minutes(582), QTimeZone("Asia/Jakarta"));
        const QString clock
            = QStringLiteral("%1,%2,1").arg(toMs(SystemClock().wall())).arg(toMs(shown));
        m_kiosk.process.start(programPath("antre-kiosk"),
            {QStringLiteral("--standalone"), QStringLiteral("--data"),
                m_folder.filePath(QStringLiteral("kiosk")), QStringLiteral("--site"),
                m_folder.filePath(QStringLiteral("site")), QStringLiteral("--catalogue"),
                sourcePath("resources/catalogue/mpp-bengkulu.json"), QStringLiteral("--printer"),
                QStringLiteral("folder:") + m_folder.path(), QStringLiteral("--window"), size,
                QStringLiteral("--sounds"), m_folder.filePath(QStringLiteral("sounds")),
                QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"),
                QStringLiteral("--terminals"), QStringLiteral("127.0.0.1:0"),
                QStringLiteral("--clock"), clock});
        REQUIRE(m_kiosk.process.waitForStarted());
    }

    QList<AtSpiObject> children(const AtSpiObject &object)
    {
        const QDBusReply<QList<AtSpiObject>> reply
            = QDBusInterface(object.bus, object.path.path(), accessible, m_bus)
                  .call(QStringLiteral("GetChildren"));
        return reply.isValid() ? reply.value() : QList<AtSpiObject>();
    }

    void walk(const AtSpiObject &object, int depth, std::vector<Node> &nodes)
    {
        QDBusInterface item(object.bus, object.path.path(), accessible, m_bus);
        const QDBusReply<QString> role = item.call(QStringLiteral("GetRoleName"));
        const QDBusReply<QList<uint>> state = item.call(QStringLiteral("GetState"));
        const QDBusReply<QDBusVariant> name
            = QDBusInterface(object.bus, object.path.path(),
                QStringLiteral("org.freedesktop.DBus.Properties"), m_bus)
                  .call(QStringLiteral("Get"), accessible, QStringLiteral("Name"));
        Node node{object, role, name.isValid() ? name.value().variant().toString() : QString()};
        // atspi-constants.h: ATSPI_STATE_FOCUSABLE 11, ATSPI_STATE_SHOWING 25.
        const uint bits = state.isValid() && !state.value().isEmpty() ? state.value().front() : 0;
        node.isShown = depth == 0 || (bits & (1U << 25)) != 0;
        node.isFocusable = (bits & (1U << 11)) != 0;
        node.depth = depth;
        nodes.push_back(node);
        if (!node.isShown)
            return;
        for (const auto &child : children(object))
            walk(child, depth + 1, nodes);
    }

    QTemporaryDir m_folder;
    Child m_session;
    Child m_screen;
    Child m_kiosk;
    QDBusConnection m_bus{QString()};
};

/// What a visitor with a screen reader could not use.
QStringList unusable(const std::vector<Node> &nodes)
{
    static const QStringList pressed{QStringLiteral("push button"), QStringLiteral("button"),
        QStringLiteral("toggle button"), QStringLiteral("check box"),
        QStringLiteral("radio button")};
    QStringList faults;
    int keys = 0;
    for (const Node &node : nodes) {
        if (!node.isShown || node.depth < 2)
            continue;
        keys += pressed.contains(node.role);
        if (node.isFocusable && !pressed.contains(node.role))
            faults += node.name % u" can have the focus and is a " % node.role;
        if (pressed.contains(node.role) && node.name.isEmpty())
            faults += QStringLiteral("a key has no name");
    }
    if (keys == 0)
        faults += QStringLiteral("there is no key at all");
    return faults;
}

/// Whether these stand in the tree in this order.
bool inOrder(const std::vector<Node> &nodes, const QStringList &names)
{
    qsizetype next = 0;
    for (const Node &node : nodes)
        if (next < names.size() && node.isShown && node.name.contains(names[next]))
            ++next;
    return next == names.size();
}

} // namespace

// The order of two pages differs from what stands here: the page or the test is wrong.
TEST_CASE("A screen reader leads through the real kiosk, from the start to the number",
    "[accessibility][!mayfail]")
{
    const QString size = GENERATE(QStringLiteral("1080x1920"), QStringLiteral("1024x768"));
    ScreenReader reader(size);
    const auto finds = [&](const QString &page, const QStringList &order) {
        const auto nodes = reader.waitsFor(page);
        CAPTURE(ScreenReader::dump(nodes));
        CHECK(unusable(nodes) == QStringList());
        CHECK(inOrder(nodes, order));
    };
    finds(QStringLiteral("Anda ingin mengurus apa?"),
        {QStringLiteral("DPMPTSP"), QStringLiteral("Dukcapil"), QStringLiteral("Bank Bengkulu"),
            QStringLiteral("English"), QStringLiteral("Huruf besar"), QStringLiteral("Kontras"),
            QStringLiteral("Dengarkan")});
    reader.presses(QStringLiteral("Cari layanan"));
    finds(QStringLiteral("Ketik"), {QStringLiteral("Q"), QStringLiteral("Kembali")});
    reader.presses(QStringLiteral("Kembali"));
    reader.presses(QStringLiteral("Huruf besar"));
    reader.presses(QStringLiteral("DPMPTSP"));
    finds(QStringLiteral("Pendampingan penerbitan NIB"),
        {QStringLiteral("Pendampingan penerbitan NIB"), QStringLiteral("Kembali"),
            QStringLiteral("English")});
    reader.presses(QStringLiteral("Huruf besar"));
    reader.presses(QStringLiteral("Pendampingan penerbitan NIB"));
    finds(QStringLiteral("Yang perlu disiapkan"),
        {QStringLiteral("Yang perlu disiapkan"), QStringLiteral("Tidak, umum"),
            QStringLiteral("Lansia"), QStringLiteral("Ambil nomor")});
    reader.presses(QStringLiteral("Lansia"));
    reader.presses(QStringLiteral("Ambil nomor"));
    finds(QStringLiteral("Nomor antrean Anda"),
        {QStringLiteral("A001"), QStringLiteral("Selesai"), QStringLiteral("English")});
    reader.presses(QStringLiteral("Selesai"));
    // On a low screen the last slip's key has the place of the title.
    finds(QStringLiteral("A001 tidak keluar?"), {QStringLiteral("DPMPTSP")});
}
