// SPDX-License-Identifier: Apache-2.0
#include "server/webasked.h"

namespace antre {

bool WebAsked::isFromOwnPage() const
{
    const QByteArray &site = request.fetchSite;
    if (!site.isEmpty() && site != "same-origin" && site != "none")
        return false;
    if (request.origin.isEmpty())
        return true;
    // The web front may end TLS, so either scheme is ours; the host is not to be chosen by a page.
    return !request.host.isEmpty()
        && (request.origin == "https://" + request.host
            || (!request.secure && request.origin == "http://" + request.host));
}

} // namespace antre
