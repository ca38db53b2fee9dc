package dev.understudy.simulated.admission;

import dev.understudy.simulated.quota.QuotaAdmission;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Proposal;
import java.util.List;

/** The admission steps of the cluster, one after the other as the API server has them. A new step is one more line. */
public final class AdmissionSteps implements Admission {
    private final List<Admission> steps;

    private AdmissionSteps(List<Admission> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The steps that an API server takes without being told to. */
    public static AdmissionSteps standard() {
        return new AdmissionSteps(List.of(
                new LimitRanges(),
                new ServiceAccounts(),
                new Priorities(),
                new NewNodes(),
                new DefaultTolerations(),
                new QuotaAdmission()));
    }

    @Override
    public void complete(Proposal proposal) {
        steps.forEach(step -> step.complete(proposal));
    }

    @Override
    public void check(Proposal proposal) {
        steps.forEach(step -> step.check(proposal));
    }
}
