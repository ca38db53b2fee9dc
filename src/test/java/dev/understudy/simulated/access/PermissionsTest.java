package dev.understudy.simulated.access;

import static dev.understudy.simulated.store.Objects.json;
import static dev.understudy.simulated.store.Objects.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final Writer ADMIN = Writer.updating("admin");
    private static final Caller BO = new Caller("bo", List.of("system:authenticated"), null);

    private final MemoryStore store = new MemoryStore(InstantSource.system());
    private final Permissions permissions = new Permissions(store);

    @BeforeEach
    void open_a_namespace() {
        store.create(Kinds.NAMESPACE, namespace("shop"), ADMIN);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Deed deed(String verb, String resource, String subresource, String namespace, String name) {
        return new Deed(verb, resource.equals("deployments") ? "apps" : "", resource, subresource, namespace, name, "");
    }

    private void grantInShop(String rule, String subject) {
        store.create(Kinds.ROLE, json("{'metadata':{'namespace':'shop','name':'r'},'rules':[" + rule + "]}"), ADMIN);
        store.create(
                Kinds.ROLE_BINDING,
                json("{'metadata':{'namespace':'shop','name':'b'},'roleRef':{'kind':'Role','name':'r'},'subjects':["
                        + subject + "]}"),
                ADMIN);
    }

    @Test
    void nobody_may_what_no_role_allows() {
        assertThat(permissions.allow(BO, deed("list", "pods", "", "shop", ""))).isFalse();
    }

    @Test
    void masters_may_everything() {
        Caller master = new Caller("root", List.of("system:masters"), null);

        assertThat(permissions.allow(master, deed("delete", "nodes", "", "", "node-a")))
                .isTrue();
    }

    @Test
    void a_role_holds_in_its_namespace_only() {
        grantInShop("{'apiGroups':[''],'resources':['pods'],'verbs':['list']}", "{'kind':'User','name':'bo'}");

        assertThat(permissions.allow(BO, deed("list", "pods", "", "shop", ""))).isTrue();
        assertThat(permissions.allow(BO, deed("list", "pods", "", "other", ""))).isFalse();
        assertThat(permissions.allow(BO, deed("list", "pods", "", "", ""))).isFalse();
        assertThat(permissions.allow(BO, deed("delete", "pods", "", "shop", "")))
                .isFalse();
    }

    @Test
    void a_resource_does_not_include_its_subresources() {
        grantInShop(
                "{'apiGroups':['apps'],'resources':['deployments/scale'],'verbs':['patch']}",
                "{'kind':'Group','name':'system:authenticated'}");

        assertThat(permissions.allow(BO, deed("patch", "deployments", "scale", "shop", "cart")))
                .isTrue();
        assertThat(permissions.allow(BO, deed("patch", "deployments", "", "shop", "cart")))
                .isFalse();
    }

    @Test
    void a_rule_may_name_its_objects() {
        grantInShop(
                "{'apiGroups':[''],'resources':['pods'],'verbs':['get'],'resourceNames':['cart-1']}",
                "{'kind':'User','name':'bo'}");

        assertThat(permissions.allow(BO, deed("get", "pods", "", "shop", "cart-1")))
                .isTrue();
        assertThat(permissions.allow(BO, deed("get", "pods", "", "shop", "cart-2")))
                .isFalse();
    }

    @Test
    void the_standard_roles_may_be_bound() {
        StandardRoles.create(store);
        store.create(
                Kinds.CLUSTER_ROLE_BINDING,
                json("{'metadata':{'name':'viewers'},'roleRef':{'kind':'ClusterRole','name':'view'},"
                        + "'subjects':[{'kind':'User','name':'bo'}]}"),
                ADMIN);

        assertThat(permissions.allow(BO, deed("watch", "deployments", "", "shop", "")))
                .isTrue();
        assertThat(permissions.allow(BO, deed("get", "secrets", "", "shop", "s")))
                .isFalse();
    }

    @Test
    void everybody_may_ask_what_the_cluster_serves() {
        assertThat(permissions.allow(BO, Deed.onPath("get", "/apis/apps/v1"))).isTrue();
        assertThat(permissions.allow(BO, Deed.onPath("get", "/metrics"))).isFalse();
    }

    @Test
    void impersonation_needs_a_permission_of_its_own() {
        StatusException refusal = catchThrowableOfType(
                StatusException.class, () -> Impersonation.apply(BO, "ana", List.of(), permissions));

        assertThat(refusal)
                .hasMessage("users \"ana\" is forbidden: User \"bo\" cannot impersonate resource \"users\""
                        + " in API group \"\" at the cluster scope");
    }

    @Test
    void whoever_may_impersonate_has_the_permissions_of_the_other_only() {
        Caller master = new Caller("root", List.of("system:masters"), null);

        Caller acting = Impersonation.apply(master, "bo", List.of(), permissions);

        assertThat(permissions.allow(acting, deed("list", "pods", "", "shop", "")))
                .isFalse();
        assertThat(acting.actual()).isEqualTo(master);
    }
}
