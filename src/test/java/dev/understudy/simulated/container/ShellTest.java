package dev.understudy.simulated.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.HandClock;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.traffic.Traffic;
import dev.understudy.simulated.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    private static final String SHOP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            data: {GREETING: hello, shop.conf: "colour=green\\n"}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: key, namespace: shop}
            stringData: {password: "s3cret"}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: till, namespace: shop}
            spec: {selector: {app: till}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: till-0, namespace: shop, labels: {app: till}}
            spec:
              volumes: [{name: conf, configMap: {name: settings}}, {name: key, secret: {secretName: key}}]
              containers:
                - name: main
                  image: shop/till:1
                  envFrom: [{configMapRef: {name: settings}, prefix: CONF_}]
                  env:
                    - {name: WHO, value: "$(CONF_GREETING) world"}
                    - {name: PASSWORD, valueFrom: {secretKeyRef: {name: key, key: password}}}
                    - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                    - {name: APP, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
                    - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
                  resources: {limits: {memory: 64Mi}}
                  volumeMounts: [{name: conf, mountPath: /etc/shop}, {name: key, mountPath: /key/password, subPath: password}]
            """;

    private final HandClock clock = new HandClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final List<Integer> exits = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo one two | one two
            echo 'single $HOME' "double $POD" | single $HOME double till-0
            'echo a && echo b || echo c' | a b
            false && echo a; echo b | b
            'false || echo $?' | 1
            X=1; echo "$X${X}2 ${Y:-none}" | 112 none
            for i in 1 2 3; do echo -n "$i "; done | 1 2 3
            if [ "$APP" = till ]; then echo yes; else echo no; fi | yes
            if test -f /nothing; then echo yes; elif [ -d /etc ]; then echo folder; fi | folder
            echo $(echo inner; echo more) | inner more
            until true; do echo never; done; ! false && echo turned | turned
            printenv WHO | hello world
            '{ echo a; echo b; } | grep -c .' | 2
            echo lost > /dev/null; echo kept 2>&1 | kept
            hostname | till-0
            date +%s | 1795256100
            cat /etc/shop/shop.conf; cat /key/password | colour=green s3cret
            ls /etc/shop | GREETING shop.conf
            echo $LIMIT $PASSWORD $TILL_SERVICE_PORT | 64 s3cret 80
            """)
    void a_script_prints(String script, String printed) {
        int code = run("sh", "-c", script);

        assertThat(text(out).strip().replaceAll("\\s+", " ")).isEqualTo(printed);
        assertThat(code).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3 | 3 | ''
            nothing | 127 | nothing: not found
            echo 'open | 2 | unterminated quoted string
            if true | 2 | unexpected end of file
            echo `date` | 2 | backquotes
            case x in esac | 2 | not understood
            echo hi > /tmp/file | 2 | keeps no files
            cat /nothing | 1 | No such file or directory
            wget -qO- http://nowhere/ | 1 | bad address 'nowhere'
            kill 7 | 1 | No such process
            grep '(' | 2 | bad regex '('
            """)
    void a_script_fails(String script, int code, String complaint) {
        int ended = run("sh", "-c", script);

        assertThat(ended).isEqualTo(code);
        assertThat(text(err)).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{ ' | ; }
            $( | )
            '(' | )
            """)
    void a_script_that_is_nested_too_deep_is_refused(String opening, String closing) {
        int code = run("sh", "-c", opening.repeat(2000) + "echo" + closing.repeat(2000));

        assertThat(code).isEqualTo(2);
        assertThat(text(err)).contains("nested more than");
    }

    @Test
    void a_program_whose_simulation_fails_ends_all_the_same() {
        int code = run(("a".repeat(20_000) + "\n"), List.of("grep", "(a|b)*c"));

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("failed in the simulated container");
    }

    @Test
    void lines_of_input_are_commands_until_one_of_them_ends_the_shell() {
        int code = run("for i in a b\ndo\necho $i\ndone\nexit 4\necho never\n", List.of("sh"));

        assertThat(text(out)).isEqualTo("a\nb\n");
        assertThat(code).isEqualTo(4);
    }

    @Test
    void an_unknown_program_is_not_started_and_the_words_say_that_the_container_is_simulated() {
        Ending ending = Exec.run(container(), world(), List.of("tar", "cf", "-"), streams(""));

        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.NotStarted.class,
                        refused -> assertThat(refused.why())
                                .contains("\"tar\": executable file not found in $PATH", "simulated"));
    }

    @Test
    void killing_the_first_process_ends_the_container() {
        run("kill", "1");

        assertThat(exits).containsExactly(143);
    }

    @Test
    void a_script_is_killed_by_an_interrupt() {
        Thread.currentThread().interrupt();

        Ending ending = Exec.run(container(), world(), List.of("sleep", "infinity"), streams(""));

        assertThat(ending).isEqualTo(new Ending.Cut());
    }

    private int run(String... words) {
        return run("", List.of(words));
    }

    private int run(String input, List<String> words) {
        Ending ending = Exec.run(container(), world(), words, streams(input));
        return ending instanceof Ending.Exited(int code) ? code : -1;
    }

    private Streams streams(String input) {
        return new Streams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
    }

    private Surroundings world() {
        return new Surroundings(
                store, new Traffic(store), clock, (container, code) -> exits.add(code), pod -> "token", "authority");
    }

    private Container container() {
        if (store.get(Kinds.POD, "shop", "till-0").isEmpty()) {
            World.read(SHOP, "shop.yaml").apply(store);
        }
        ObjectNode pod = store.get(Kinds.POD, "shop", "till-0").orElseThrow();
        return Container.find(pod, "main").orElseThrow();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
