// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace antre {

/// Lambdas as one visitor: std::visit(Overloaded{...}, variant) fails to compile when one
/// alternative has no lambda.
template <typename... Functions> struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template <typename... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace antre
