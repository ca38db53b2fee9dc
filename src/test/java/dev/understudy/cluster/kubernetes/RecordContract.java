package dev.understudy.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.RecordUndo;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.kubernetes.wire.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record: lock, second journal, and enough for an undo by itself. */
abstract class RecordContract extends ClusterContract {
    private static final String SECRET = "aGVsbG8tc2VjcmV0";

    private final Instant expires = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
    private DrillRecords records;

    @BeforeEach
    void open() {
        records = cluster.records();
    }

    @Test
    void a_record_is_read_as_it_was_written() {
        create(deployment("web", 2, "app:1"));
        create(object("v1", "ConfigMap", "settings", "data", Map.of("a", "1")));
        ObjectRef settings = ref(ResourceType.CONFIG_MAP, "settings");
        Change.Edit edit = previewed(
                ref(ResourceType.DEPLOYMENT, "web"),
                set("spec.replicas", 0),
                set("spec.template.spec.containers[name=app].image", "app:broken"));
        Change delete = changes.preview(new Change.Delete(settings, "", Map.of(), ""), MANAGER);
        Change create = new Change.Create(
                ref(ResourceType.CONFIG_MAP, "new"), object("v1", "ConfigMap", "new", "data", Map.of()), "m");
        Change pod = new Change.RemovePod(ref(ResourceType.POD, "web-1"), "u", true);
        Change killed = new Change.RemovePod(ref(ResourceType.POD, "web-2"), "u", false, 0);

        DrillRecord written = records.write(record(DRILL, edit, delete, create, pod, killed));

        assertThat(records.find(namespace)).containsExactly(written);
        assertThat(records.find("")).contains(written);
    }

    @Test
    void creating_the_record_is_the_lock_and_names_who_holds_it() {
        records.write(record(DRILL));

        assertThatThrownBy(() -> records.write(record("drill-2")))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("another drill runs in " + namespace + ": " + DRILL);
    }

    @Test
    void somebody_elses_config_map_of_that_name_is_not_touched() {
        create(object("v1", "ConfigMap", DrillRecord.NAME, "data", Map.of("a", "1")));

        assertThatThrownBy(() -> records.write(record(DRILL))).hasMessageContaining("is no drill's record");
        assertThat(records.find(namespace)).isEmpty();
        assertThat(at(read(ref(ResourceType.CONFIG_MAP, DrillRecord.NAME)), "data.a"))
                .isEqualTo("1");
    }

    @Test
    void an_extended_record_takes_the_guards_deadline_along() {
        DrillRecord first = records.write(record(DRILL));
        int before = guardSeconds();

        records.write(first.extended(List.of(), expires.plusSeconds(300)));

        assertThat(before).isBetween(550, 602);
        assertThat(guardSeconds()).isEqualTo(before + 300);
    }

    @Test
    void a_record_that_somebody_has_marked_cannot_be_extended() {
        DrillRecord mine = records.write(record(DRILL));
        records.write(mine.marked("bo"));

        assertThatThrownBy(() -> records.write(mine.extended(List.of(), expires)))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("is being undone by bo");
    }

    @Test
    void values_of_secrets_stand_only_in_the_secret_beside_the_record() {
        create(object("v1", "Secret", "db", "data", Map.of("password", SECRET)));
        Change.Edit edit = previewed(ref(ResourceType.SECRET, "db"), set("data.password", "YnJva2Vu"));

        DrillRecord written = records.write(record(DRILL, edit));

        assertThat(read(ref(ResourceType.CONFIG_MAP, DrillRecord.NAME)).json().toString())
                .doesNotContain(SECRET, "YnJva2Vu")
                .contains("\"bytes\" : 16");
        assertThat(records.find(namespace)).containsExactly(written);
        assertThat(edit.describe()).doesNotContain(SECRET).contains("<secret, 16 bytes>");
    }

    @Test
    void a_secret_is_taken_back_from_the_record_alone_and_shown_nowhere() {
        create(object("v1", "Secret", "db", "data", Map.of("password", SECRET)));
        Change.Edit edit = previewed(ref(ResourceType.SECRET, "db"), set("data.password", "YnJva2Vu"));
        records.write(record(DRILL, edit));
        changes.apply(edit, MANAGER);

        List<Undone> undone =
                new RecordUndo(records, changes).undo(records.find(namespace).getFirst(), "bo");

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(undone.toString()).doesNotContain(SECRET, "YnJva2Vu");
        assertThat(at(read(ref(ResourceType.SECRET, "db")), "data.password")).isEqualTo(SECRET);
        assertThat(people.find(ref(ResourceType.SECRET, DrillRecord.NAME))).isEmpty();
    }

    @Test
    void a_lost_secret_beside_the_record_fails_the_undo_and_keeps_the_record() {
        create(object("v1", "Secret", "db", "data", Map.of("password", SECRET)));
        Change.Edit edit = previewed(ref(ResourceType.SECRET, "db"), set("data.password", "YnJva2Vu"));
        records.write(record(DRILL, edit));
        changes.apply(edit, MANAGER);
        people.demand(Call.delete(
                ref(ResourceType.SECRET, DrillRecord.NAME),
                read(ref(ResourceType.SECRET, DrillRecord.NAME)).uid()));

        List<Undone> undone =
                new RecordUndo(records, changes).undo(records.find(namespace).getFirst(), "bo");

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.FAILED);
        assertThat(undone.getFirst().detail()).contains("kubectl patch secrets db -n " + namespace);
        assertThat(records.find(namespace)).hasSize(1);
    }

    @Test
    void the_record_alone_is_enough_to_undo_everything_and_goes_with_its_guard() {
        serverSideApply("gitops", deployment("web", 2, "app:1"), false);
        ObjectRef web = ref(ResourceType.DEPLOYMENT, "web");
        Change.Edit edit = previewed(web, set("spec.replicas", 0));
        Change.Create create = new Change.Create(
                ref(ResourceType.CONFIG_MAP, "made"), object("v1", "ConfigMap", "made", "data", Map.of()), "m");
        records.write(record(DRILL, edit, create));
        changes.apply(edit, MANAGER);
        changes.apply(create, MANAGER);

        List<Undone> undone =
                new RecordUndo(records, changes).undo(records.find(namespace).getFirst(), "bo");

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE, UndoResult.UNDONE);
        assertThat(at(read(web), "spec.replicas")).isEqualTo(2);
        assertThat(managers(read(web))).doesNotContain(MANAGER);
        assertThat(people.find(create.object())).isEmpty();
        assertThat(records.find(namespace)).isEmpty();
        assertThat(people.find(ref(ResourceType.JOB, DrillRecord.GUARD))).isEmpty();
    }

    @Test
    void only_the_drills_own_record_is_removed() {
        DrillRecord mine = records.write(record(DRILL));

        records.remove(record("drill-2"));

        assertThat(records.find(namespace)).containsExactly(mine);
        records.remove(mine);
        records.remove(mine);
        assertThat(records.find(namespace)).isEmpty();
    }

    @Test
    void a_namespace_can_be_locked_again_as_soon_as_its_record_is_removed() {
        records.remove(records.write(record(DRILL)));

        DrillRecord second = records.write(record("drill-2"));

        assertThat(records.find(namespace)).containsExactly(second);
    }

    @Test
    void a_record_of_a_newer_version_is_refused_with_clear_words() {
        records.write(record(DRILL));
        personSets(ref(ResourceType.CONFIG_MAP, DrillRecord.NAME), "data.format", "2");

        assertThatThrownBy(() -> records.find(namespace))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("written by a newer understudy (format 2");
        assertThat(records.find("")).extracting(DrillRecord::namespace).doesNotContain(namespace);
        assertThat(records.unreadable()).anyMatch(u -> u.contains(namespace) && u.contains("format 2"));
    }

    @Test
    void a_record_that_would_be_too_large_is_refused_and_locks_nothing() {
        Change.Create large = new Change.Create(
                ref(ResourceType.CONFIG_MAP, "large"), Map.of("data", Map.of("a", "x".repeat(950 * 1024))), "m");

        assertThatThrownBy(() -> records.write(record(DRILL, large)))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        assertThat(records.find(namespace)).isEmpty();
    }

    @Test
    void a_batch_whose_record_is_refused_leaves_the_lock_as_it_was() {
        DrillRecord mine = records.write(record(DRILL));
        Change.Create large = new Change.Create(
                ref(ResourceType.CONFIG_MAP, "large"), Map.of("data", Map.of("a", "x".repeat(950 * 1024))), "m");

        assertThatThrownBy(() -> records.write(mine.extended(List.of(large), expires)))
                .isInstanceOf(ClusterException.class);
        assertThat(records.find(namespace)).containsExactly(mine);
    }

    private DrillRecord record(String drill, Change... all) {
        return new DrillRecord(drill, namespace, "cluster-uid", "understudy-" + drill, expires, List.of(all), null, "");
    }

    private int guardSeconds() {
        return read(ref(ResourceType.JOB, DrillRecord.GUARD)).number("spec.activeDeadlineSeconds", 0);
    }
}
