// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QString>

#include <map>
#include <memory>

namespace antre {

class SqliteFile;

/// Remarks that must not outlive their business day: what a journal, which forgets nothing, may
/// never hold. By key: whatever a remark is about. Errors: as in Journal.
class DayNotes
{
public:
    DayNotes() = default;
    DayNotes(const DayNotes &) = delete;
    DayNotes &operator=(const DayNotes &) = delete;
    virtual ~DayNotes() = default;

    /// Keeps `text` for `key` in place of what it had; an empty text takes it away.
    [[nodiscard]] virtual Result<> put(BusinessDay day, const QString &key, const QString &text)
        = 0;
    /// Those of `day`.
    [[nodiscard]] virtual Result<std::map<QString, QString>> of(BusinessDay day) = 0;
    /// Destroys all of other days, also what was changed or taken away: nothing of it is left in
    /// any file. After an error try again.
    [[nodiscard]] virtual Result<> forgetAllBut(BusinessDay day) = 0;
};

/// For tests and simulation.
class MemoryNotes final : public DayNotes
{
public:
    [[nodiscard]] Result<> put(BusinessDay day, const QString &key, const QString &text) override;
    [[nodiscard]] Result<std::map<QString, QString>> of(BusinessDay day) override;
    [[nodiscard]] Result<> forgetAllBut(BusinessDay day) override;

private:
    std::map<BusinessDay, std::map<QString, QString>> m_notes;
};

/// In a file of their own beside the journal, so that no copy of a journal has a word of them.
/// SQLite overwrites what is deleted (https://www.sqlite.org/pragma.html#pragma_secure_delete) and
/// keeps no log that outlives a change. What a file system or an SSD keeps of blocks that were
/// given back is beyond a program. Belongs to the thread that opened it.
class SqliteNotes final : public DayNotes
{
public:
    /// Made if it isn't there. Error also: Unavailable while another process reads it.
    [[nodiscard]] static Result<std::unique_ptr<SqliteNotes>> open(const QString &path);
    ~SqliteNotes() override;

    [[nodiscard]] Result<> put(BusinessDay day, const QString &key, const QString &text) override;
    [[nodiscard]] Result<std::map<QString, QString>> of(BusinessDay day) override;
    [[nodiscard]] Result<> forgetAllBut(BusinessDay day) override;

private:
    explicit SqliteNotes(std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<> renew(BusinessDay day, const std::map<QString, QString> &kept);

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace antre
