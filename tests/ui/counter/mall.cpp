// SPDX-License-Identifier: Apache-2.0
#include "mall.h"

#include "base/check.h"
#include "counter/deskcommands.h"
#include "domain/decide.h"
#include "domain/evolve.h"

namespace antre {

static LocalText both(const char *indonesian, const char *english)
{
    return LocalText({{QStringLiteral("id"), QString::fromUtf8(indonesian)},
        {QStringLiteral("en"), QString::fromUtf8(english)}});
}

static Service service(const char *id, const char *indonesian, const char *english,
    std::vector<LocalText> requirements = {})
{
    const QString name = QString::fromUtf8(id);
    Service made;
    made.id = ServiceId(name);
    made.agency = AgencyId(name.section(u'.', 0, 0));
    made.name = both(indonesian, english);
    made.requirements = std::move(requirements);
    return made;
}

static Agency agency(
    const char *id, const char *code, const char *shortName, std::vector<Service> services)
{
    Agency made;
    made.id = AgencyId(QString::fromUtf8(id));
    made.code = QString::fromUtf8(code);
    made.name = made.shortName = both(shortName, shortName);
    made.services = std::move(services);
    return made;
}

static std::vector<Service> licences()
{
    return {
        service("dpmptsp.nib", "Pendampingan penerbitan NIB (OSS) usaha mikro",
            "Business ID number (NIB) via OSS, assisted",
            {both("KTP-el asli dan fotokopi", "Original e-KTP and a copy"),
                both("NPWP (bila ada)", "Tax number (if any)"),
                both("Nomor HP dan alamat surel aktif", "Mobile number and working e-mail address"),
                both("Data usaha: bidang (KBLI), alamat, modal",
                    "Business data: field (KBLI), address, capital")}),
        service("dpmptsp.pbg", "Persetujuan Bangunan Gedung (PBG)", "Building approval (PBG)"),
        service("dpmptsp.perawat", "Surat Izin Praktik Perawat", "Nurse practice licence"),
        service("dpmptsp.bidan", "Surat Izin Praktik Bidan", "Midwife practice licence"),
        service("dpmptsp.penelitian", "Surat Keterangan Penelitian", "Research permit letter"),
        service("dpmptsp.reklame", "Izin Penyelenggaraan Reklame", "Advertising permit"),
        service("dpmptsp.kkpr", "Kesesuaian Kegiatan Pemanfaatan Ruang (KKPR)",
            "Spatial use conformity (KKPR)"),
        service("dpmptsp.info", "Informasi dan pengaduan perizinan",
            "Licence information and complaints"),
        service("dpmptsp.long",
            "Rekomendasi dan pengesahan rencana tapak perumahan bersubsidi bagi masyarakat "
            "berpenghasilan rendah di kawasan pesisir",
            "Recommendation and approval of site plans for subsidised housing of low-income "
            "families in coastal areas",
            {both("Surat permohonan bermeterai yang ditandatangani penanggung jawab badan usaha",
                 "Signed and stamped letter of application by the person responsible for the "
                 "company"),
                both("KTP-el asli dan fotokopi", "Original e-KTP and a copy"),
                both("NPWP perusahaan", "Company tax number"),
                both("Akta pendirian dan perubahan terakhir beserta pengesahannya",
                    "Deed of establishment and its last change, with approval"),
                both("Sertifikat tanah atau bukti penguasaan tanah",
                    "Land certificate or proof of land tenure"),
                both("Gambar rencana tapak skala 1:500", "Site plan at 1:500"),
                both("Persetujuan lingkungan (UKL-UPL)", "Environmental approval (UKL-UPL)")}),
    };
}

static CataloguePtr catalogue()
{
    Catalogue made;
    made.site.publicUrl = QStringLiteral("https://mpp.bengkulukota.example");
    made.site.timeZone = QStringLiteral("Asia/Jakarta");
    made.site.languages = {QStringLiteral("id"), QStringLiteral("en")};
    const TimeSpan day{Minutes(7 * 60), Minutes(17 * 60)};
    made.site.hours.fill(DayHours{day, day, {}});
    made.classes = {{ClassId(QStringLiteral("general")), both("Umum", "General"),
                        both("Umum", "General"), {}, Minutes(0)},
        {ClassId(QStringLiteral("elderly")), both("Lansia 60 tahun ke atas", "Elderly, 60+"),
            both("Lansia", "Elderly"), QStringLiteral("ui-elderly"), Minutes(20)},
        {ClassId(QStringLiteral("pregnant")), both("Ibu hamil", "Pregnant"),
            both("Hamil", "Pregnant"), QStringLiteral("ui-pregnant"), Minutes(20)}};
    made.agencies = {agency("dpmptsp", "A", "DPMPTSP", licences()),
        agency("dinkes", "T", "Dinas Kesehatan",
            {service("dinkes.rujukan", "Surat rujukan", "Referral letter")}),
        agency("dinsos", "U", "Dinas Sosial",
            {service("dinsos.dtks", "Usulan DTKS", "DTKS proposal")})};
    const auto counter = [](const char *id, std::vector<AgencyId> agencies) {
        return Counter{
            CounterId(QString::fromUtf8(id)), both("Loket", "Counter"), std::move(agencies)};
    };
    made.counters = {counter("1", {AgencyId(QStringLiteral("dpmptsp"))}),
        counter("2", {AgencyId(QStringLiteral("dpmptsp"))}),
        counter("3", {AgencyId(QStringLiteral("dinkes")), AgencyId(QStringLiteral("dinsos"))})};
    made.counters.back().helps = {AgencyId(QStringLiteral("dpmptsp"))};
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

Mall::Mall()
    : m_clock(instantOf(
        *BusinessDay::fromText(u"2026-08-20"), Minutes(9 * 60), QTimeZone("Asia/Jakarta")))
{
    does(PublishCatalogue{catalogue()});
    renames(QStringLiteral("rina"), QStringLiteral("Rina Marlina"));
    renames(QStringLiteral("budi"), QStringLiteral("Budi Santoso"));
    renames(QStringLiteral("ayu"), QStringLiteral("Ayu Lestari"));
}

/// Who sits at the counter that `data` is about.
static OfficerId officerFor(const CommandData &data, const State &state)
{
    return std::visit(
        [&](const auto &wish) {
            if constexpr (requires { wish.counter; })
                return state.desk(wish.counter).officer;
            else
                return OfficerId();
        },
        data);
}

/// A counter's console, or whatever else there is; none for what is set up at the service's own
/// shell.
static TerminalId terminalFor(const CommandData &data)
{
    if (std::holds_alternative<PublishCatalogue>(data)
        || std::holds_alternative<RegisterOfficer>(data)
        || std::holds_alternative<EnrolTerminal>(data)
        || std::holds_alternative<RevokeTerminal>(data))
        return {};
    return std::visit(
        [](const auto &wish) {
            if constexpr (requires { wish.counter; })
                return TerminalId(QStringLiteral("counter-") + wish.counter.value());
            else
                return TerminalId(QStringLiteral("terminal"));
        },
        data);
}

void Mall::does(const CommandData &data, const QString &officer, const CommandId &id)
{
    const CommandId name = id.isEmpty() ? CommandId(makeUuid(m_clock, m_random)) : id;
    const OfficerId by = officer.isEmpty() ? officerFor(data, m_state) : OfficerId(officer);
    const Command command{name, {terminalFor(data), by}, data};
    const auto events = decide(m_state, command, now());
    ANTRE_MUST(events.has_value());
    for (const Event &event : *events)
        m_state = evolve(std::move(m_state), event);
}

bool Mall::allows(const CommandData &data, const QString &officer) const
{
    const Command command{CommandId(Uuid{9, 9}), {terminalFor(data), OfficerId(officer)}, data};
    const auto events = decide(m_state, command, now());
    return events && !events->empty();
}

std::optional<CommandData> Mall::commandFor(Wish wish, const CounterView &view) const
{
    const auto row = [&](const auto &rows, auto suits) -> std::optional<CommandData> {
        const auto found = std::ranges::find_if(rows, suits);
        if (found == rows.end())
            return {};
        return rowCommandFor(wish, found->id, view);
    };
    const TicketId ticket = view.current ? view.current->id : TicketId();
    const ServiceId info(QStringLiteral("dpmptsp.info"));
    switch (wish) {
    case Wish::Park:
        return ParkTicket{view.counter, ticket, {}, Minutes(1)};
    case Wish::Transfer:
        return TransferTicket{view.counter, ticket, info, {}, TransferPlace::Keep};
    case Wish::Pause:
        return PauseCounter{view.counter, {}, {}};
    case Wish::Pick:
        return row(view.waiting, [](const WaitingRow &) { return true; });
    case Wish::BringBack:
        return row(view.aside, [](const AsideRow &one) { return !one.isParked; });
    case Wish::Return:
        return row(view.aside, [](const AsideRow &one) { return one.isParked; });
    case Wish::AddService:
    case Wish::RemoveService:
    case Wish::Slip:
        return {};
    case Wish::Help:
        return view.help ? antre::commandFor(wish, view) : std::nullopt;
    default:
        return antre::commandFor(wish, view);
    }
}

TicketId Mall::takes(const QString &service, const QString &priority)
{
    const Uuid id = makeUuid(m_clock, m_random);
    does(IssueTicket{ServiceId(service), ClassId(priority), QStringLiteral("id"),
             makeSecret(m_random), now()},
        {}, CommandId(id));
    slip(TicketId(id), SlipState::Printed);
    return TicketId(id);
}

TicketId Mall::reportsPaper(const QString &number, const QString &service, Minutes ago)
{
    const TicketId id(makeUuid(m_clock, m_random));
    does(ReportPaper{id, *TicketNumber::fromText(number), ServiceId(service),
        m_state.catalogue->classes.front().id, QStringLiteral("id"), {}, now() - ago, m_state.day});
    return id;
}

void Mall::adopts(const TicketId &ticket, const QString &number)
{
    const Ticket &known = *m_state.ticket(ticket);
    does(ReportPaper{ticket, *TicketNumber::fromText(number), known.service, known.priority,
        QStringLiteral("id"), {}, known.touchedAt, m_state.day});
}

void Mall::slip(const TicketId &ticket, SlipState slip) { does(ReportSlip{ticket, slip}); }
void Mall::opens(const QString &counter, const QString &officer)
{
    does(OpenCounter{CounterId(counter)}, officer);
}
void Mall::closes(const QString &counter) { does(CloseCounter{CounterId(counter)}); }
void Mall::callsNext(const QString &counter) { does(CallNext{CounterId(counter)}); }
void Mall::callsAgain(const QString &counter) { does(CallAgain{CounterId(counter), at(counter)}); }
void Mall::starts(const QString &counter) { does(StartServing{CounterId(counter), at(counter)}); }
void Mall::finishes(const QString &counter)
{
    does(FinishServing{CounterId(counter), at(counter)});
}
void Mall::marksNoShow(const QString &counter)
{
    does(MarkNoShow{CounterId(counter), at(counter)});
}

void Mall::parks(const QString &counter, const QString &reason, Minutes minutes)
{
    does(ParkTicket{CounterId(counter), at(counter), ReasonId(reason), minutes});
}

void Mall::pauses(const QString &counter, const QString &reason, Minutes minutes)
{
    does(PauseCounter{CounterId(counter), ReasonId(reason), now() + minutes});
}

void Mall::asksForReasons()
{
    auto more = std::make_shared<Catalogue>(*m_state.catalogue);
    const auto id = [](const char *text) { return QString::fromUtf8(text); };
    more->site.outcomes = {{OutcomeId(id("done")), both("Selesai", "Done")},
        {OutcomeId(id("papers")), both("Berkas belum lengkap", "Papers missing")},
        {OutcomeId(id("elsewhere")), both("Bukan di sini", "Not here")}};
    more->site.parkReasons
        = {{ReasonId(id("form")), both("Melengkapi formulir", "Filling in a form"), Minutes(15)},
            {ReasonId(id("copy")), both("Fotokopi", "Making copies"), Minutes(10)},
            {ReasonId(id("bank")), both("Membayar di bank", "Paying at the bank"), Minutes(30)}};
    more->site.pauseReasons = {{ReasonId(id("lunch")), both("Makan siang", "Lunch")},
        {ReasonId(id("prayer")), both("Salat", "Prayer")},
        {ReasonId(id("meeting")), both("Rapat", "Meeting")}};
    more->index();
    does(PublishCatalogue{more});
}

void Mall::mayPick(const QString &officer)
{
    Officer known = m_state.officers.value(OfficerId(officer));
    known.rights.insert(Right::PickTicket);
    does(RegisterOfficer{known});
}

void Mall::enrolsKiosk(const QString &id, const QString &name)
{
    does(EnrolTerminal{
        Terminal{TerminalId(id), TerminalKind::Kiosk, name, id.right(1), QStringLiteral("hash")}});
}

void Mall::renames(const QString &officer, const QString &name)
{
    does(RegisterOfficer{Officer{OfficerId(officer), name, {}, true}});
}

Console Mall::console(const QString &counter, const QString &officer) const
{
    return {
        CounterId(counter), OfficerId(officer), {true, now()}, {}, {}, {}, QStringLiteral("id")};
}

CounterView Mall::view(const Console &console) const
{
    return counterView(m_state, console, now());
}

CounterView Mall::view(const QString &counter, const QString &officer) const
{
    return view(console(counter, officer));
}

} // namespace antre
