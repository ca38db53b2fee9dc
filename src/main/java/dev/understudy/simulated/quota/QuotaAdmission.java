package dev.understudy.simulated.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.schema.Amounts;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Proposal;
import dev.understudy.simulated.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Charges new objects to the quotas of their namespace, and refuses what a quota has no room for. */
public final class QuotaAdmission implements Admission {
    private static final Writer WRITER = Writer.updating("kube-apiserver");
    private static final Set<Kind> CHARGED_ON_UPDATE = Set.of(Kinds.SERVICE, Kinds.VOLUME_CLAIM);

    @Override
    public void check(Proposal proposal) {
        if (!isHandled(proposal)) {
            return;
        }
        Amounts usage = Usage.of(proposal.kind(), proposal.object(), proposal.now());
        List<ObjectNode> charged = new ArrayList<>();
        for (ObjectNode quota : proposal.store().list(Kinds.RESOURCE_QUOTA, proposal.namespace())) {
            if (charge(quota, proposal, usage)) {
                charged.add(quota);
            }
        }
        if (!proposal.dryRun()) {
            charged.forEach(quota -> proposal.store().updateStatus(Kinds.RESOURCE_QUOTA, quota, WRITER));
        }
    }

    private static boolean isHandled(Proposal proposal) {
        if (!proposal.kind().namespaced() || proposal.kind().plural().equals(Kinds.EVENT.plural())) {
            return false;
        }
        ObjectNode before = proposal.before();
        return before == null
                || CHARGED_ON_UPDATE.contains(proposal.kind())
                || proposal.kind().equals(Kinds.POD)
                        && Scopes.isTerminating(before) != Scopes.isTerminating(proposal.object());
    }

    /** Returns whether the quota covers the object; then its status says what it would have given out. */
    private static boolean charge(ObjectNode quota, Proposal proposal, Amounts usage) {
        Amounts hard = Amounts.read(quota.path("status").path("hard"));
        List<String> concerned = Usage.concerning(proposal.kind(), hard);
        if (concerned.isEmpty() || !Scopes.cover(quota, proposal.kind(), proposal.object())) {
            return false;
        }
        Requirements.check(quota, proposal, concerned);
        Amounts used = Amounts.read(quota.path("status").path("used"));
        if (!used.names().containsAll(concerned)) {
            throw proposal.forbidden(
                    "status unknown for quota: " + Meta.name(quota) + ", resources: " + String.join(",", concerned));
        }
        Amounts requested = Quotas.withoutZeros(delta(quota, proposal, usage).only(concerned));
        if (requested.isEmpty()) {
            return false;
        }
        Amounts after = used.plus(requested);
        List<String> exceeded = requested.names().stream()
                .filter(name -> after.get(name).compareTo(hard.get(name)) > 0)
                .toList();
        if (!exceeded.isEmpty()) {
            throw proposal.forbidden("exceeded quota: " + Meta.name(quota) + ", requested: "
                    + requested.only(exceeded) + ", used: " + used.only(exceeded) + ", limited: "
                    + hard.only(exceeded));
        }
        after.writeTo(quota.withObjectProperty("status").putObject("used"));
        return true;
    }

    /** A changed object is charged for what it takes more than before; less is found by counting again. */
    private static Amounts delta(ObjectNode quota, Proposal proposal, Amounts usage) {
        ObjectNode before = proposal.before();
        return before == null || !Scopes.cover(quota, proposal.kind(), before)
                ? usage
                : Quotas.withoutNegatives(usage.minus(Usage.of(proposal.kind(), before, proposal.now())));
    }
}
