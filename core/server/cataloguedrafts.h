// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/catalogue.h"
#include "domain/ids.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace antre {

/// One change of a catalogue's JSON: at `path` (["agencies",3,"services",0,"dailyQuota"]) stands
/// `value` from now on; or, without one, nothing does. A number one behind an array's last adds to
/// it; an empty path means the whole.
struct CatalogueChange
{
    QJsonArray path;
    std::optional<QJsonValue> value;
};

/// The catalogue with the change. Error: Invalid for a path that leads nowhere.
[[nodiscard]] Result<QJsonObject> changed(
    const QJsonObject &catalogue, const CatalogueChange &change);

/// What managers are writing and have not published, a draft for each of them. In memory: a restart
/// forgets what nobody published. The service's thread.
class CatalogueDrafts
{
public:
    static constexpr size_t draftsMax = 8; ///< the one that was begun first goes

    struct Draft
    {
        QJsonObject json;
        CataloguePtr base; ///< what it was made of
        quint64 order = 0;
    };
    /// The officer's; begun from `present` if there is none.
    [[nodiscard]] Draft &of(const OfficerId &officer, const CataloguePtr &present);
    void forget(const OfficerId &officer) { m_drafts.erase(officer); }

    /// {"faults":[{"path":"agencies[0].name.en","wrong":"…","right":"…"}],"unlisted":0}, empty when
    /// it could be published.
    [[nodiscard]] static QJsonObject faultsJson(const QJsonObject &draft);

private:
    std::map<OfficerId, Draft> m_drafts;
    quint64 m_order = 0;
};

} // namespace antre
