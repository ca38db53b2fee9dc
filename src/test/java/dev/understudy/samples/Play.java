package dev.understudy.samples;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.List;

/** What the invented team drills, again and again. */
enum Play {
    CACHE_LOSS(
            "checkout-cache-loss",
            "Checkout loses its cache",
            "checkout",
            "cache-loss",
            List.of("ana", "bo", "cem"),
            "ana",
            "CheckoutDown",
            "checkout-cache",
            "scale",
            "spec.replicas",
            3,
            0),
    CHECKOUT_DEPLOY(
            "checkout-bad-deploy",
            "Checkout gets a revision that cannot start",
            "checkout",
            "bad-deploy",
            List.of("ana", "bo", "cem"),
            "ana",
            "CheckoutErrors",
            "checkout",
            "image",
            "spec.template.spec.containers[name=app].image",
            "shop/checkout:1.42",
            "shop/checkout:none"),
    PAYMENTS_DEPLOY(
            "payments-bad-deploy",
            "Payments gets a revision that cannot start",
            "payments",
            "bad-deploy",
            List.of("bo", "dia", "fay"),
            "dia",
            "PaymentsErrors",
            "payments",
            "image",
            "spec.template.spec.containers[name=app].image",
            "shop/payments:7.3",
            "shop/payments:none"),
    PAYMENTS_BANK(
            "payments-lost-bank",
            "Payments no longer reaches the bank",
            "payments",
            "lost-dependency",
            List.of("bo", "dia", "fay"),
            "dia",
            "PaymentsStuck",
            "payments",
            "env",
            "spec.template.spec.containers[name=app].env[name=BANK_HOST].value",
            "bank.example",
            "bank.invalid"),
    SEARCH_MEMORY(
            "search-out-of-memory",
            "Search has no memory left",
            "search",
            "exhausted-resource",
            List.of("cem", "eli", "fay"),
            "eli",
            "SearchSlow",
            "search",
            "resources",
            "spec.template.spec.containers[name=app].resources.limits.memory",
            "2Gi",
            "96Mi");

    final String scenario;
    final String title;
    final String service;
    final String incidentClass;
    final List<String> team;
    final String expert;
    final String alert;
    final String target;
    final String fault;
    private final String field;
    private final Object well;
    private final Object broken;

    Play(
            String scenario,
            String title,
            String service,
            String incidentClass,
            List<String> team,
            String expert,
            String alert,
            String target,
            String fault,
            String field,
            Object well,
            Object broken) {
        this.scenario = scenario;
        this.title = title;
        this.service = service;
        this.incidentClass = incidentClass;
        this.team = team;
        this.expert = expert;
        this.alert = alert;
        this.target = target;
        this.fault = fault;
        this.field = field;
        this.well = well;
        this.broken = broken;
    }

    /** Those who may respond while the expert is out. */
    List<String> others() {
        return team.stream().filter(who -> !who.equals(expert)).toList();
    }

    Change change() {
        return new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", target),
                "5ample-" + target,
                List.of(new FieldEdit(FieldPath.of(field), new FieldValue.Json(well), new FieldValue.Json(broken))));
    }

    String runbook() {
        return "https://runbooks.shop.example/" + service + "/" + incidentClass;
    }
}
