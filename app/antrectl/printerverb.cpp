// SPDX-License-Identifier: Apache-2.0
#include "antrectl/options.h"
#include "antrectl/printertestpage.h"
#include "print/escposdevice.h"
#include "print/printercheck.h"

namespace antre {

namespace {

void say(const char *what, const QString &answer)
{
    print(QStringLiteral("%1  %2").arg(QString::fromLatin1(what).leftJustified(28), answer));
}

void say(const char *what, bool answered)
{
    say(what, answered ? QStringLiteral("yes") : QStringLiteral("no"));
}

QString stateWords(const PrinterFindings &found)
{
    if (!found.answersStatus())
        return QStringLiteral("not known");
    const EscposStatus &status = found.status;
    return status.paperOut ? QStringLiteral("no paper")
        : status.coverOpen ? QStringLiteral("cover open")
        : status.fault     ? QStringLiteral("fault, such as a jammed cutter")
        : status.offline   ? QStringLiteral("offline")
        : status.paperLow  ? QStringLiteral("ready, paper low")
                           : QStringLiteral("ready");
}

void report(const PrinterFindings &found)
{
    const QString name = QString(found.maker + QLatin1Char(' ') + found.model).trimmed();
    say("printer (GS I)", name.isEmpty() ? QStringLiteral("doesn't tell") : name);
    say("state (DLE EOT 1)", found.realTime[1]);
    say("why offline (DLE EOT 2)", found.realTime[2]);
    say("which error (DLE EOT 3)", found.realTime[3]);
    say("paper sensor (DLE EOT 4)", found.realTime[4]);
    say("tells by itself (GS a)", found.automaticStatus);
    say("answers in turn (GS r 1)", found.statusReceipt);
    say("receipt by id (GS ( H)", found.processReceipt);
    say("clears its buffer (DLE DC4 8)", found.clearsBuffer);
    say("now", stateWords(found));
}

/// Exit Failure: it can't be used now.
Exit printTestPage(const EscposDevice &device, const PrinterModel &model, const Clock &clock)
{
    const auto link = device.open();
    if (!link) {
        complain(QStringLiteral("the printer could not be reached again"));
        return Exit::Failure;
    }
    const SessionEnd end = printEscpos(
        *link, {.bytes = printerTestPage(model)}, model, device.limits, clock, PrinterMemory());
    say("test page", sessionEndWords(end));
    return end == SessionEnd::Confirmed || end == SessionEnd::NotConfirmed ? Exit::Success
                                                                           : Exit::Failure;
}

} // namespace

Exit checkPrinterVerb(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("no-page"), QStringLiteral("Ask only, print nothing."));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const auto device = EscposDevice::fromUri(options.positionals().constFirst());
    if (!device) {
        complain(device.error().detail);
        return Exit::Usage;
    }
    const SystemClock clock;
    PrinterFindings found;
    {
        const auto link = device->open();
        if (!link) {
            complain(QStringLiteral("the printer can't be reached"));
            return Exit::Failure;
        }
        found = checkPrinter(*link, clock, device->limits.answer);
    }
    report(found);
    const auto fitting = printerModel(found.recommendedProfile());
    // A profile named in the address is somebody's knowledge, which beats a guess.
    const bool named = options.positionals().constFirst().contains(QLatin1String("profile="));
    const PrinterModel model = named || !fitting ? device->model : *fitting;
    Exit exit = found.status.stops() || !found.reached ? Exit::Failure : Exit::Success;
    if (exit == Exit::Success && !options.isSet(QStringLiteral("no-page")))
        exit = printTestPage(*device, model, clock);
    say("slips can be called",
        found.confirms() ? QStringLiteral("printed") : QStringLiteral("sent, never printed"));
    say("profile", QStringLiteral("%1 (%2)").arg(model.id, model.name));
    return exit;
}

} // namespace antre
