// SPDX-License-Identifier: Apache-2.0
#include "core/server/gatefixture.h"
#include "counter/choicelist.h"
#include "counter/countersession.h"
#include "counter/counterwindow.h"
#include "counter/signinpage.h"
#include "shared/terminalprogram.h"

#include <QLineEdit>
#include <QTest>

using namespace antre;
using namespace antre::test;

namespace {

/// All of the console's program but its main(): the window, a terminal's parts, TLS to a real gate.
class Office
{
public:
    Office()
    {
        const CounterId desk = smallCatalogue()->counters.front().id;
        const TerminalFile file{{QStringLiteral("127.0.0.1"), mall.port}, mall.identity.fingerprint,
            TerminalId(QStringLiteral("counter-1")), TerminalKind::Counter,
            Mall::tokenOf("counter-1"), {}, desk};
        REQUIRE(saveTerminalFile(m_folder.filePath(QStringLiteral("terminal.json")), file));
        TerminalOptions options;
        options.terminalFile = m_folder.filePath(QStringLiteral("terminal.json"));
        options.data = m_folder.filePath(QStringLiteral("data"));
        auto made = TerminalProgram::make(options, TerminalKind::Counter);
        REQUIRE(made);
        m_program = std::move(*made);
        m_session = std::make_unique<CounterSession>(
            window, m_program->machine(), CounterSession::Settings{desk, QStringLiteral("en")},
            [this](const TerminalInput &input) { m_program->runner().input(input); },
            [this] { return m_program->newCommandId(); });
        QObject::connect(&m_program->runner(), &TerminalRunner::changed, m_session.get(),
            &CounterSession::refresh);
        QObject::connect(&m_program->runner(), &TerminalRunner::commandAnswered, m_session.get(),
            &CounterSession::answered);
        m_program->start();
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        REQUIRE(eventually(
            [&] { return window.view().isLinkUp && !window.view().officerChoices.empty(); }));
    }

    void signsIn()
    {
        window.findChild<SignInPage *>()->findChildren<ChoiceList *>().last()->choose(
            QStringLiteral("rina"));
        auto *pin = window.findChild<SignInPage *>()->findChild<QLineEdit *>();
        pin->setFocus();
        QTest::keyClicks(pin, QStringLiteral("2580"));
        QTest::keyClick(pin, Qt::Key_Return);
        REQUIRE(eventually([&] { return window.view().phase == DeskPhase::Free; }));
    }
    /// Presses until the window's guard against double presses lets it through.
    bool presses(Qt::Key key, DeskPhase then)
    {
        return eventually([&] {
            if (window.view().phase != then)
                QTest::keyClick(window.focusWidget(), key);
            return window.view().phase == then;
        });
    }

    Mall mall;
    CounterWindow window{Theme::desktop().withMotion(false)};

private:
    QTemporaryDir m_folder;
    std::unique_ptr<TerminalProgram> m_program;
    std::unique_ptr<CounterSession> m_session;
};

} // namespace

TEST_CASE("An officer's keys go through the real gate to the journal and back", "[counter]")
{
    Office office;
    office.signsIn();
    office.mall.apply(takeNumber(office.mall.newCommand()).data);
    REQUIRE(eventually([&] { return office.window.view().waiting.size() == 1; }));
    CHECK(office.presses(Qt::Key_F9, DeskPhase::Called));
    CHECK(office.presses(Qt::Key_F10, DeskPhase::Serving));
    CHECK(office.presses(Qt::Key_F11, DeskPhase::Free));
    CHECK(office.presses(Qt::Key_F12, DeskPhase::SignedOut));
    CHECK(office.mall.service.state().calls.size() == 1);
}

TEST_CASE("A console whose service goes away says so, and goes on when it is back", "[counter]")
{
    Office office;
    office.signsIn();
    office.mall.server.reset();
    REQUIRE(eventually([&] { return !office.window.view().isLinkUp; }));
    CHECK(office.window.view().linkSince.has_value());
    office.mall.start();
    REQUIRE(eventually([&] { return office.window.view().isLinkUp; }));
    office.mall.apply(takeNumber(office.mall.newCommand()).data);
    REQUIRE(eventually([&] { return office.window.view().waiting.size() == 1; }));
    CHECK(office.presses(Qt::Key_F9, DeskPhase::Called));
}
