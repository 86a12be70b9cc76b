// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/command.h"
#include "journal/journal.h"

#include <QJsonArray>

namespace antre {

/// A press that must not be lost, such as "done": it waits until the service has answered.
struct KeptWish
{
    CommandId id;
    CommandData data;
    friend bool operator==(const KeptWish &, const KeptWish &) = default;
};

/// The kept wishes of a console, oldest first, and how they stand in its own journal: kind "wish"
/// when pressed, "wishAnswered" when the service has answered.
class KeptWishes
{
public:
    [[nodiscard]] const std::vector<KeptWish> &all() const { return m_wishes; }
    [[nodiscard]] const KeptWish *find(const CommandId &id) const;
    void add(KeptWish wish);
    void remove(const CommandId &id);

    [[nodiscard]] static JournalRecord record(const KeptWish &wish, BusinessDay day);
    [[nodiscard]] static JournalRecord answeredRecord(const CommandId &id, BusinessDay day);
    /// Folds a record of one of the two kinds; others are none of its business. Errors: as of
    /// decoding.
    [[nodiscard]] Result<> fold(const JournalRecord &record);

    /// For checkpoints.
    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] Result<> restore(const QJsonArray &json);

private:
    std::vector<KeptWish> m_wishes;
};

} // namespace antre
