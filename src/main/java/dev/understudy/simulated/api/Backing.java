package dev.understudy.simulated.api;

import dev.understudy.simulated.access.AccountTokens;
import dev.understudy.simulated.access.Logins;
import dev.understudy.simulated.audit.Audit;
import dev.understudy.simulated.container.Attachment;
import dev.understudy.simulated.container.Logbook;
import dev.understudy.simulated.container.Surroundings;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.traffic.ServiceTraffic;
import java.time.InstantSource;

/**
 * What stands behind the API server.
 *
 * @param services answers for {@code services/proxy}
 * @param logins recognises callers
 * @param accounts issues tokens of service accounts
 * @param world what programs in containers find
 * @param attachment attaches clients to the processes of containers
 * @param logs what containers have said
 * @param audit hears of every request
 * @param clock dates everything
 */
public record Backing(
        MemoryStore store,
        ServiceTraffic services,
        Logins logins,
        AccountTokens accounts,
        Surroundings world,
        Attachment attachment,
        Logbook logs,
        Audit audit,
        InstantSource clock) {}
