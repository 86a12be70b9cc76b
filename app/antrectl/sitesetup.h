// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/sqlitejournal.h"
#include "service/queueservice.h"
#include "wire/enrolment.h"

namespace antre {

/// A site's directory while its service doesn't run: the journal, and one enrolment file a terminal
/// below "terminals". Set-up goes through the same QueueService as everything else, so the journal
/// tells who was enrolled when. One thread.
class SiteSetUp
{
public:
    /// Makes `directory` with a new journal that holds `catalogue`. Errors: Conflict when it has a
    /// journal already, Unavailable.
    [[nodiscard]] static Result<std::unique_ptr<SiteSetUp>> create(const QString &directory, CataloguePtr catalogue, const Clock &clock, Random &random);
    /// Errors: NotFound when there is no journal, and the journal's own.
    [[nodiscard]] static Result<std::unique_ptr<SiteSetUp>> open(const QString &directory, const Clock &clock, Random &random);

    [[nodiscard]] static QString journalPath(const QString &directory);

    /// Enrols a terminal under a new token, also when it is enrolled already: then its old token ends.
    /// `enrolment` comes without a token. Gives the path of the file for the device.
    [[nodiscard]] Result<QString> enrol(Enrolment enrolment);
    /// Does one command and waits until it is on the disk.
    [[nodiscard]] Result<Answer> carryOut(CommandData data);
    [[nodiscard]] const State &state() const { return m_service.state(); }

private:
    SiteSetUp(QString directory, std::unique_ptr<SqliteJournal> journal, const Clock &clock, Random &random);

    [[nodiscard]] static Result<std::unique_ptr<SiteSetUp>> openJournal(const QString &directory, const Clock &clock, Random &random);

    QString m_directory;
    std::unique_ptr<SqliteJournal> m_journal;
    const Clock &m_clock;
    Random &m_random;
    QueueService m_service;
};

} // namespace antre
