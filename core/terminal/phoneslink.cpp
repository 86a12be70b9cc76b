// SPDX-License-Identifier: Apache-2.0
#include "terminal/phoneslink.h"

#include "domain/hallcode.h"

namespace antre {

QString phonesLink(const TerminalMachine &machine)
{
    const CataloguePtr &catalogue = machine.mirror().state().catalogue;
    if (!catalogue || catalogue->site.publicUrl.isEmpty())
        return {};
    const Site &site = catalogue->site;
    if (!site.phones.onlyHere)
        return site.publicUrl;
    const TerminalSettings &own = machine.settings();
    return hallLink(site.publicUrl, hallCode(own.id, hallKey(own.token), machine.now()));
}

} // namespace antre
