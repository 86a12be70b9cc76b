// SPDX-License-Identifier: Apache-2.0
#include "print/ippclient.h"

#include <cups/cups.h>

#include <array>
#include <iterator>
#include <utility>

namespace antre {

namespace {

struct DeleteIpp
{
    void operator()(ipp_t *message) const { ippDelete(message); }
};
struct CloseHttp
{
    void operator()(http_t *http) const { httpClose(http); }
};
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;
using Http = std::unique_ptr<http_t, CloseHttp>;

constexpr int connectMs = 2'000;
constexpr double answerSeconds = 3.0;

QString textOf(ipp_t *message, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute(message, name, IPP_TAG_ZERO);
    return attribute ? QString::fromUtf8(ippGetString(attribute, 0, nullptr)) : QString();
}

int numberOf(ipp_t *message, const char *name, int absent)
{
    ipp_attribute_t *attribute = ippFindAttribute(message, name, IPP_TAG_ZERO);
    return attribute ? ippGetInteger(attribute, 0) : absent;
}

/// Reads one attribute of a job into `job`.
void readJobAttribute(ipp_attribute_t *attribute, IppJob &job)
{
    const QByteArray name(ippGetName(attribute));
    if (name == "job-id")
        job.id = ippGetInteger(attribute, 0);
    else if (name == "job-name")
        job.name = QString::fromUtf8(ippGetString(attribute, 0, nullptr));
    else if (name == "job-state")
        job.state = IppJobState(ippGetInteger(attribute, 0));
    else if (name == "job-media-sheets-completed" || name == "job-impressions-completed")
        job.sheets = ippGetInteger(attribute, 0);
    else if (name == "job-printer-state-message" || name == "job-state-message")
        job.message = QString::fromUtf8(ippGetString(attribute, 0, nullptr));
}

/// The back-end's words and its count of sheets have other names at a printer application; those
/// that CUPS gives the same names mean something else there.
void askForJobAttributes(ipp_t *request, IppServer kind)
{
    const bool cups = kind == IppServer::Cups;
    const std::array wanted{"job-id", "job-name", "job-state",
        cups ? "job-printer-state-message" : "job-state-message",
        cups ? "job-media-sheets-completed" : "job-impressions-completed"};
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
        int(wanted.size()), nullptr, wanted.data());
}

} // namespace

class IppClient::Private
{
public:
    QString server;
    QString queue;
    IppServer kind = IppServer::Cups;
    QByteArray uri;
    QByteArray resource;
    Http http;
    int connections = 0;

    [[nodiscard]] bool connect();
    [[nodiscard]] Ipp request(ipp_op_t operation) const;
    [[nodiscard]] Result<Ipp> send(Ipp request, const QByteArray &document = {});
    [[nodiscard]] Ipp printRequest(const QString &jobName, const char *format) const;
    [[nodiscard]] Result<int> print(Ipp request, const QByteArray &document);
    /// A question may be asked again over a new connection; a kept one may have been closed while
    /// idle.
    template <typename MakeRequest> [[nodiscard]] Result<Ipp> ask(MakeRequest makeRequest)
    {
        const bool kept = http != nullptr;
        auto answer = send(makeRequest());
        if (!answer && answer.error().code == ErrorCode::Offline && kept)
            answer = send(makeRequest());
        return answer;
    }
};

bool IppClient::Private::connect()
{
    if (http)
        return true;
    QByteArray host = server.isEmpty() ? QByteArray(cupsServer()) : server.toUtf8();
    int port = ippPort();
    if (const qsizetype colon = host.lastIndexOf(':'); colon > 0 && !host.startsWith('/')) {
        port = host.mid(colon + 1).toInt();
        host.truncate(colon);
    }
    http.reset(httpConnect2(host.constData(), port, nullptr, AF_UNSPEC,
        HTTP_ENCRYPTION_IF_REQUESTED, 1, connectMs, nullptr));
    if (!http)
        return false;
    ++connections;
    // Zero from the callback: give up instead of waiting once more.
    httpSetTimeout(
        http.get(), answerSeconds, [](http_t *, void *) { return 0; }, nullptr);
    return true;
}

Ipp IppClient::Private::request(ipp_op_t operation) const
{
    Ipp request(ippNewRequest(operation));
    ippAddString(
        request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.constData());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
        cupsUser());
    return request;
}

Result<Ipp> IppClient::Private::send(Ipp request, const QByteArray &document)
{
    if (!connect())
        return failure(ErrorCode::Offline, QStringLiteral("no print service at %1").arg(server));
    const size_t length = ippLength(request.get()) + size_t(document.size());
    http_status_t status = cupsSendRequest(http.get(), request.get(), resource.constData(), length);
    if (status == HTTP_STATUS_CONTINUE && !document.isEmpty())
        status = cupsWriteRequestData(http.get(), document.constData(), size_t(document.size()));
    Ipp answer;
    if (status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK)
        answer.reset(cupsGetResponse(http.get(), resource.constData()));
    if (!answer) {
        http.reset();
        return failure(ErrorCode::Offline,
            QStringLiteral("the print service did not answer: %1")
                .arg(QString::fromUtf8(cupsLastErrorString())));
    }
    const ipp_status_t result = ippGetStatusCode(answer.get());
    if (result == IPP_STATUS_ERROR_NOT_FOUND || result == IPP_STATUS_ERROR_GONE)
        return failure(ErrorCode::NotFound, QString::fromUtf8(cupsLastErrorString()));
    if (result >= IPP_STATUS_ERROR_BAD_REQUEST)
        return failure(ErrorCode::Refused, QString::fromUtf8(cupsLastErrorString()));
    return answer;
}

Ipp IppClient::Private::printRequest(const QString &jobName, const char *format) const
{
    Ipp made = request(IPP_OP_PRINT_JOB);
    ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
        jobName.toUtf8().constData());
    ippAddString(
        made.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, format);
    return made;
}

Result<int> IppClient::Private::print(Ipp request, const QByteArray &document)
{
    return send(std::move(request), document).and_then([](const Ipp &answer) -> Result<int> {
        const int id = numberOf(answer.get(), "job-id", 0);
        if (id <= 0)
            return failure(ErrorCode::Invalid, QStringLiteral("the print service named no job"));
        return id;
    });
}

IppClient::IppClient(QString server, QString queue, IppServer kind)
    : d(std::make_unique<Private>())
{
    // The library would ask for a password on the terminal.
    cupsSetPasswordCB2([](const char *, http_t *, const char *, const char *,
                           void *) -> const char * { return nullptr; },
        nullptr);
    d->server = std::move(server);
    d->queue = std::move(queue);
    d->kind = kind;
    const QByteArray name = d->queue.toUtf8();
    char buffer[HTTP_MAX_URI];
    httpAssembleURIf(HTTP_URI_CODING_ALL, buffer, sizeof buffer, "ipp", nullptr, "localhost", 0,
        kind == IppServer::Cups ? "/printers/%s" : "/ipp/print/%s", name.constData());
    d->uri = buffer;
    d->resource = d->uri.mid(d->uri.indexOf('/', qsizetype(sizeof "ipp://") - 1));
}

IppClient::~IppClient() = default;

int IppClient::connections() const { return d->connections; }

Result<int> IppClient::printRaw(
    const QString &jobName, const QByteArray &bytes, std::chrono::sys_seconds expires)
{
    Ipp request = d->printRequest(
        jobName, d->kind == IppServer::Cups ? CUPS_FORMAT_RAW : "application/vnd.epson-escpos");
    ippAddInteger(request.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "antre-expires",
        int(expires.time_since_epoch().count()));
    return d->print(std::move(request), bytes);
}

Result<int> IppClient::printPdf(const QString &jobName, const QByteArray &pdf)
{
    return d->print(d->printRequest(jobName, "application/pdf"), pdf);
}

Result<IppJob> IppClient::job(int id)
{
    return d
        ->ask([&] {
            Ipp request = d->request(IPP_OP_GET_JOB_ATTRIBUTES);
            ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
            askForJobAttributes(request.get(), d->kind);
            return request;
        })
        .map([](const Ipp &answer) {
            IppJob job;
            for (auto *a = ippFirstAttribute(answer.get()); a; a = ippNextAttribute(answer.get()))
                readJobAttribute(a, job);
            return job;
        });
}

Result<> IppClient::cancel(int id)
{
    return d
        ->ask([&] {
            Ipp request = d->request(IPP_OP_CANCEL_JOB);
            ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
            return request;
        })
        .map([](const Ipp &) {});
}

Result<std::vector<IppJob>> IppClient::jobs(bool all)
{
    return d
        ->ask([&] {
            Ipp request = d->request(IPP_OP_GET_JOBS);
            ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr,
                all ? "all" : "not-completed");
            ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 1);
            askForJobAttributes(request.get(), d->kind);
            return request;
        })
        .map([](const Ipp &answer) {
            std::vector<IppJob> jobs;
            bool isNext = true; // something of another group stands between two jobs
            for (auto *a = ippFirstAttribute(answer.get()); a; a = ippNextAttribute(answer.get())) {
                if (ippGetGroupTag(a) != IPP_TAG_JOB) {
                    isNext = true;
                    continue;
                }
                if (std::exchange(isNext, false))
                    jobs.emplace_back();
                readJobAttribute(a, jobs.back());
            }
            return jobs;
        });
}

Result<IppQueue> IppClient::queue()
{
    return d
        ->ask([&] {
            static constexpr const char *wanted[] = {"device-uri", "printer-state",
                "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs"};
            Ipp request = d->request(IPP_OP_GET_PRINTER_ATTRIBUTES);
            ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                int(std::size(wanted)), nullptr, wanted);
            return request;
        })
        .map([](const Ipp &answer) {
            IppQueue queue;
            queue.stopped
                = numberOf(answer.get(), "printer-state", IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED;
            queue.device = textOf(answer.get(), "device-uri");
            queue.message = textOf(answer.get(), "printer-state-message");
            if (auto *accepting
                = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN))
                queue.accepting = ippGetBoolean(accepting, 0);
            if (auto *reasons
                = ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD))
                for (int i = 0; i < ippGetCount(reasons); ++i)
                    queue.reasons += QString::fromUtf8(ippGetString(reasons, i, nullptr));
            return queue;
        });
}

} // namespace antre
