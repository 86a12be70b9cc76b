# SPDX-License-Identifier: Apache-2.0
# A reservation is forgotten when the service starts anew on another day.
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
QStringLiteral("reservation:") + e.reservation.place.key());]==])
set(PUT [==[
e.reservation.place.key().left(0));]==])
