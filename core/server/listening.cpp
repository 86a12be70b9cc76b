// SPDX-License-Identifier: Apache-2.0
#include "server/listening.h"

#include <boost/asio/ip/address.hpp>

namespace antre {

namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

/// Room for a whole hall that reconnects in the same moment after a power cut.
constexpr int backlog = 1024;

Error errorOf(const error_code &code, const HostPort &at)
{
    const QString detail
        = at.text() + QStringLiteral(": ") + QString::fromStdString(code.message());
    if (code == boost::asio::error::address_in_use)
        return {ErrorCode::Conflict, detail, QStringLiteral("portTaken")};
    if (code == boost::asio::error::access_denied)
        return {ErrorCode::Forbidden, detail, QStringLiteral("portForbidden")};
    return {ErrorCode::Invalid, detail, QStringLiteral("noSuchAddress")};
}

} // namespace

Result<Acceptor> listenAt(boost::asio::io_context &network, const HostPort &at)
{
    error_code code;
    const auto address = boost::asio::ip::make_address(at.host.toStdString(), code);
    if (code)
        return tl::unexpected(errorOf(code, at));
    const tcp::endpoint endpoint(address, at.port);
    Acceptor acceptor(network);
    acceptor.open(endpoint.protocol(), code);
    if (!code)
        acceptor.set_option(Acceptor::reuse_address(true), code);
    if (!code)
        acceptor.bind(endpoint, code);
    if (!code)
        acceptor.listen(backlog, code);
    if (code)
        return tl::unexpected(errorOf(code, at));
    return acceptor;
}

} // namespace antre
