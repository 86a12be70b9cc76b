# SPDX-License-Identifier: Apache-2.0
# Terminals hear the answer while the events are still on their way to the disk.
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
    if (auto committed = commit(events); !committed)
        commitFailed(committed.error(), batch);
    else
        publish(events, before + 1);
    for (Pending &pending : batch)
        complete(pending);]==])
set(PUT [==[
    for (Pending &pending : batch)
        complete(pending);
    if (auto committed = commit(events); !committed)
        commitFailed(committed.error(), batch);
    else
        publish(events, before + 1);]==])
