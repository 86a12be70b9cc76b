// SPDX-License-Identifier: Apache-2.0
// antre-escpos-printerapp: one receipt printer as an IPP printer of its own. See README.md.
#include "base/clock.h"
#include "print/escposdevice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <mutex>
#include <pappl/pappl.h>

using namespace antre;

namespace {

constexpr const char *format = "application/vnd.epson-escpos";

/// The one printer, which takes one conversation at a time; PAPPL calls from its own threads.
struct Printer
{
    EscposDevice device;
    PrinterMemoryFile memory;
    std::mutex busy = {};
};

pappl_preason_t reasonFor(const char *keyword)
{
    const QByteArray word(keyword);
    if (word.startsWith("media-empty"))
        return PAPPL_PREASON_MEDIA_EMPTY;
    if (word.startsWith("cover-open"))
        return PAPPL_PREASON_COVER_OPEN;
    if (word.startsWith("media-low"))
        return PAPPL_PREASON_MEDIA_LOW;
    if (word.startsWith("other"))
        return PAPPL_PREASON_OTHER;
    return PAPPL_PREASON_OFFLINE; // PAPPL knows no word for a printer that does not answer
}

template <typename Reasons> void setReasons(pappl_printer_t *printer, const Reasons &reasons)
{
    unsigned on = PAPPL_PREASON_NONE;
    unsigned off = PAPPL_PREASON_NONE;
    for (const PrinterReason &reason : reasons)
        (reason.holds ? on : off) |= reasonFor(reason.keyword);
    papplPrinterSetReasons(printer, pappl_preason_t(on), pappl_preason_t(off & ~on));
}

SessionEnd talk(Printer &own, pappl_printer_t *printer, EscposJob job, qint64 expires)
{
    const std::lock_guard guard(own.busy);
    job.onStatus
        = [printer](const EscposStatus &status) { setReasons(printer, reasonsOf(status)); };
    const SessionEnd end = printOn(own.device, std::move(job), expires, own.memory, SystemClock());
    if (end != SessionEnd::TooLate)
        setReasons(printer, reasonsOf(end));
    return end;
}

Printer &ownOf(pappl_printer_t *printer)
{
    pappl_pr_driver_data_t data{};
    papplPrinterGetDriverData(printer, &data);
    return *static_cast<Printer *>(data.extension);
}

bool printFile(pappl_job_t *job, pappl_pr_options_t *, pappl_device_t *)
{
    QFile file(QFile::decodeName(papplJobGetFilename(job)));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    ipp_attribute_t *expires = papplJobGetAttribute(job, "antre-expires");
    pappl_printer_t *printer = papplJobGetPrinter(job);
    const SessionEnd end
        = talk(ownOf(printer), printer, {.bytes = file.readAll(), .number = papplJobGetID(job)},
            expires ? ippGetInteger(expires, 0) : 0);
    papplJobSetMessage(job, "%s", qPrintable(sessionEndWords(end)));
    if (end == SessionEnd::Confirmed)
        papplJobSetImpressionsCompleted(job, 1);
    return end == SessionEnd::Confirmed || end == SessionEnd::NotConfirmed;
}

/// PAPPL asks while no job is printed, whenever somebody asks it.
bool askStatus(pappl_printer_t *printer)
{
    (void)talk(ownOf(printer), printer, {.bytes = escposProbe()}, 0);
    return true;
}

/// PAPPL insists on them. Slips come as the printer's own bytes; pictures of pages are refused.
void refuseRaster(pappl_pr_driver_data_t &data)
{
    data.rstartjob_cb = [](pappl_job_t *, pappl_pr_options_t *, pappl_device_t *) { return false; };
    data.rendjob_cb = data.rstartjob_cb;
    data.rstartpage_cb
        = [](pappl_job_t *, pappl_pr_options_t *, pappl_device_t *, unsigned) { return false; };
    data.rendpage_cb = data.rstartpage_cb;
    data.rwriteline_cb = [](pappl_job_t *, pappl_pr_options_t *, pappl_device_t *, unsigned,
                             const unsigned char *) { return false; };
}

/// What PAPPL wants to know for jobs of its own making, which this printer never gets, but it stops
/// without a medium.
bool describe(pappl_system_t *, const char *, const char *, const char *,
    pappl_pr_driver_data_t *data, ipp_t **, void *own)
{
    static constexpr const char *roll = "roll_max_80x297mm";
    data->extension = own;
    data->printfile_cb = printFile;
    data->status_cb = askStatus;
    refuseRaster(*data);
    data->format = format;
    qstrncpy(data->make_and_model, "Antre ESC/POS receipt printer", sizeof data->make_and_model);
    data->ppm = 30;
    data->kind = PAPPL_KIND_RECEIPT;
    data->color_supported = PAPPL_COLOR_MODE_MONOCHROME;
    data->color_default = PAPPL_COLOR_MODE_MONOCHROME;
    data->raster_types = PAPPL_PWG_RASTER_TYPE_BLACK_1;
    data->force_raster_type = PAPPL_PWG_RASTER_TYPE_BLACK_1;
    data->num_resolution = 1;
    data->x_resolution[0] = data->y_resolution[0] = data->x_default = data->y_default = 203;
    data->num_media = 1;
    data->media[0] = roll;
    data->num_source = 1;
    data->source[0] = "main-roll";
    data->num_type = 1;
    data->type[0] = "stationery";
    qstrncpy(data->media_default.size_name, roll, sizeof data->media_default.size_name);
    data->media_default.size_width = 8000;
    data->media_default.size_length = 29700;
    qstrncpy(data->media_default.source, "main-roll", sizeof data->media_default.source);
    qstrncpy(data->media_default.type, "stationery", sizeof data->media_default.type);
    data->media_ready[0] = data->media_default;
    return true;
}

/// PAPPL opens a device around each job; the conversation opens the real one itself.
void addScheme()
{
    papplDeviceAddScheme(
        "escpos", PAPPL_DEVTYPE_CUSTOM_NETWORK, [](auto...) { return false; },
        [](pappl_device_t *, const char *, const char *) { return true; }, [](pappl_device_t *) {},
        [](pappl_device_t *, void *, size_t) -> ssize_t { return 0; },
        [](pappl_device_t *, const void *, size_t bytes) { return ssize_t(bytes); },
        [](pappl_device_t *) -> pappl_preason_t { return PAPPL_PREASON_NONE; },
        [](pappl_device_t *, char *, size_t) -> char * { return nullptr; });
}

int run(Printer &own, const QByteArray &uri, int port, const QByteArray &folder)
{
    // PAPPL announces printers when it can; without avahi it says so and goes on.
    pappl_system_t *system = papplSystemCreate(PAPPL_SOPTIONS_NO_TLS, "antre-escpos-printerapp",
        port, nullptr, folder.constData(), "-", PAPPL_LOGLEVEL_WARN, nullptr, false);
    if (!system || !papplSystemAddListeners(system, "localhost"))
        return 1;
    addScheme();
    pappl_pr_driver_t driver{"escpos", "ESC/POS receipt printer", nullptr, nullptr};
    papplSystemSetPrinterDrivers(system, 1, &driver, nullptr, nullptr, describe, &own);
    if (!papplPrinterCreate(
            system, 1, "slips", "escpos", "MFG:Antre;MDL:ESCPOS;CMD:ESCPOS;", uri.constData())) {
        std::fputs("antre-escpos-printerapp: no printer could be made of this address\n", stderr);
        return 1;
    }
    papplSystemRun(system); // until SIGTERM
    papplSystemDelete(system);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Serves a receipt printer by IPP as ipp://localhost:PORT/ipp/print."));
    options.addHelpOption();
    options.addPositionalArgument(
        QStringLiteral("URI"), QStringLiteral("the printer, such as escpos://HOST:9100/"));
    const QCommandLineOption port(QStringLiteral("port"),
        QStringLiteral("TCP port on the loopback"), QStringLiteral("port"), QStringLiteral("8631"));
    const QCommandLineOption folder(QStringLiteral("folder"),
        QStringLiteral("where jobs wait and the printer is remembered"), QStringLiteral("folder"),
        QStringLiteral("/var/spool/antre-printerapp"));
    options.addOptions({port, folder});
    options.process(application);
    const QString uri = options.positionalArguments().value(0);
    const auto device = EscposDevice::fromUri(uri);
    if (!device || !QDir().mkpath(options.value(folder))) {
        std::fprintf(stderr, "antre-escpos-printerapp: %s\n",
            device ? "the folder can't be made" : qPrintable(device.error().detail));
        return 2;
    }
    Printer own{*device, PrinterMemoryFile(options.value(folder), *device)};
    return run(
        own, uri.toUtf8(), options.value(port).toInt(), QFile::encodeName(options.value(folder)));
}
