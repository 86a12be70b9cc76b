# SPDX-License-Identifier: Apache-2.0
# Who left the queue in the morning stands in its old place again at noon.
set(SOURCE core/domain/holding.cpp)
set(FIND [==[
    return now - since <= takeBackWithin ?]==])
set(PUT [==[
    return now > Instant{} ?]==])
set(SHOWS_IN interleavings)
