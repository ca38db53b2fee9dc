package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mistakes that people make in pods. Each line has a spec and everything that the server says about it, where {@code
 * C} stands for the first container; {@code fine} stands for no complaint.
 */
class PodMistakesContractTest extends ServerContract {
    private static final String LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters"
            + " or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
            + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String KEY =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must start"
                    + " and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                    + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-',"
                    + " '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
                    + " '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private String complaints(String spec) {
        Answer answer = send(
                "POST",
                "/api/v1/namespaces/NS/pods?dryRun=All",
                "application/yaml",
                "{metadata: {name: web}, spec: {" + spec + "}}");
        if (answer.code() == 201) {
            return "fine";
        }
        String causes = answer.body()
                .at("/details/causes")
                .valueStream()
                .map(cause -> cause.path("field").asText().replace("spec.containers[0]", "C") + ": "
                        + cause.path("message").asText())
                .collect(Collectors.joining(" ;; "));
        return causes.isEmpty() ? answer.message() : causes;
    }

    private void expect(String spec, String complaints) {
        assertThat(complaints(spec))
                .isEqualTo(complaints
                        .replace("<label>", LABEL)
                        .replace("<key>", KEY)
                        .replace("<value>", VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~containers: [{name: a, image: "a:1", resources: {limits: {cpu: 100m}, requests: {cpu: 200m}}}]~ | ~C.resources.requests: Invalid value: "200m": must be less than or equal to cpu limit of 100m~
            ~containers: [{name: a, image: "a:1", resources: {limits: {memory: 1Gi}, requests: {memory: 2Gi}}}]~ | ~C.resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi~
            ~containers: [{name: a, image: "a:1", resources: {requests: {memory: -1Mi}}}]~ | ~C.resources.requests[memory]: Invalid value: "-1Mi": must be greater than or equal to 0~
            ~containers: [{name: a, image: "a:1", resources: {limits: {cpu: -1}}}]~ | ~C.resources.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0 ;; C.resources.requests[cpu]: Invalid value: "-1": must be greater than or equal to 0~
            ~containers: [{name: a, image: "a:1", resources: {limits: {cpu: lots}}}]~ | ~Pod in version "v1" cannot be handled as a Pod: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'~
            ~containers: [{name: a, image: "a:1", resources: {limits: {color: 1}}}]~ | ~C.resources.limits[color]: Invalid value: "color": must be a standard resource type or fully qualified ;; C.resources.limits[color]: Invalid value: "color": must be a standard resource for containers ;; C.resources.requests[color]: Invalid value: "color": must be a standard resource type or fully qualified ;; C.resources.requests[color]: Invalid value: "color": must be a standard resource for containers~
            ~containers: [{name: a, image: "a:1", resources: {limits: {example.com/gpu: 1500m}}}]~ | ~C.resources.limits[example.com/gpu]: Invalid value: "1500m": must be an integer ;; C.resources.requests[example.com/gpu]: Invalid value: "1500m": must be an integer~
            ~containers: [{name: a, image: "a:1", resources: {requests: {example.com/gpu: 1}}}]~ | ~C.resources.limits: Required value: Limit must be set for non overcommitable resources~
            """)
    void wrong_amounts_of_resources_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~containers: [{name: Bad_Name, image: "a:1"}]~ | ~C.name: Invalid value: "Bad_Name": <label>~
            ~containers: [{image: "a:1"}]~ | ~C.name: Required value~
            ~containers: [{name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, image: "a:1"}]~ | ~C.name: Invalid value: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no more than 63 characters~
            ~containers: [{name: a, image: "a:1"}, {name: a, image: "a:1"}]~ | ~spec.containers[1].name: Duplicate value: "a"~
            ~initContainers: [{name: a, image: "a:1"}], containers: [{name: a, image: "a:1"}]~ | ~spec.initContainers[0].name: Duplicate value: "a"~
            ~containers: [{name: a}]~ | ~C.image: Required value~
            ~containers: [{name: a, image: " a:1 "}]~ | ~C.image: Invalid value: " a:1 ": must not have leading or trailing whitespace~
            ~containers: []~ | ~spec.containers: Required value~
            ~restartPolicy: Never~ | ~spec.containers: Required value~
            """)
    void wrong_names_and_images_of_containers_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~containers: [{name: a, image: "a:1", ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]}]~ | ~C.ports[1].name: Duplicate value: "http"~
            ~containers: [{name: a, image: "a:1", ports: [{containerPort: 80}, {containerPort: 80}]}]~ | ~fine~
            ~containers: [{name: a, image: "a:1", ports: [{containerPort: 0}]}]~ | ~C.ports[0].containerPort: Required value~
            ~containers: [{name: a, image: "a:1", ports: [{containerPort: 70000}]}]~ | ~C.ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive~
            ~containers: [{name: a, image: "a:1", ports: [{containerPort: 80, protocol: HTTP}]}]~ | ~C.ports[0].protocol: Unsupported value: "HTTP": supported values: "SCTP", "TCP", "UDP"~
            ~containers: [{name: a, image: "a:1", ports: [{name: this-name-is-far-too-long, containerPort: 80}]}]~ | ~C.ports[0].name: Invalid value: "this-name-is-far-too-long": must be no more than 15 characters~
            ~containers: [{name: a, image: "a:1", ports: [{name: Bad_, containerPort: 80}]}]~ | ~C.ports[0].name: Invalid value: "Bad_": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)~
            ~containers: [{name: a, image: "a:1", ports: [{name: "123", containerPort: 80}]}]~ | ~C.ports[0].name: Invalid value: "123": must contain at least one letter (a-z)~
            ~containers: [{name: a, image: "a:1", ports: [{containerPort: 80, hostPort: 70000}]}]~ | ~C.ports[0].hostPort: Invalid value: 70000: must be between 1 and 65535, inclusive~
            """)
    void wrong_ports_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~containers: [{name: a, image: "a:1", env: [{name: A, value: a}, {name: A, value: b}]}]~ | ~fine~
            ~containers: [{name: a, image: "a:1", env: [{name: "", value: a}]}]~ | ~C.env[0].name: Required value~
            ~containers: [{name: a, image: "a:1", env: [{name: "a=b", value: a}]}]~ | ~C.env[0].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than '='~
            ~containers: [{name: a, image: "a:1", env: [{name: "1 odd", value: a}]}]~ | ~fine~
            ~containers: [{name: a, image: "a:1", env: [{name: A, value: a, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]}]~ | ~C.env[0].valueFrom: Invalid value: "": may not be specified when `value` is not empty~
            ~containers: [{name: a, image: "a:1", env: [{name: A, valueFrom: {}}]}]~ | ~C.env[0].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`~
            ~containers: [{name: a, image: "a:1", env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}, secretKeyRef: {name: a, key: b}}}]}]~ | ~C.env[0].valueFrom: Invalid value: "": may not have more than one field specified at a time~
            ~containers: [{name: a, image: "a:1", env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.nope}}}]}]~ | ~C.env[0].valueFrom.fieldRef.fieldPath: Invalid value: "metadata.nope": error converting fieldPath: field label not supported: metadata.nope~
            ~containers: [{name: a, image: "a:1", env: [{name: A, valueFrom: {secretKeyRef: {name: a}}}]}]~ | ~C.env[0].valueFrom.secretKeyRef.key: Required value~
            ~containers: [{name: a, image: "a:1", envFrom: [{}]}]~ | ~C.envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`~
            ~containers: [{name: a, image: "a:1", envFrom: [{configMapRef: {}}]}]~ | ~C.envFrom[0].configMapRef.name: Required value~
            ~containers: [{name: a, image: "a:1", envFrom: [{configMapRef: {name: a}, secretRef: {name: b}}]}]~ | ~C.envFrom: Invalid value: "": may not have more than one field specified at a time~
            """)
    void wrong_variables_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~volumes: [{name: v}, {name: v}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[1].name: Duplicate value: "v"~
            ~volumes: [{name: Bad_V}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].name: Invalid value: "Bad_V": <label>~
            ~volumes: [{emptyDir: {}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].name: Required value~
            ~volumes: [{name: v, emptyDir: {}, hostPath: {path: /a}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type~
            ~volumes: [{name: v, configMap: {}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].configMap.name: Required value~
            ~volumes: [{name: v, secret: {}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].secret.secretName: Required value~
            ~volumes: [{name: v, hostPath: {path: ""}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].hostPath.path: Required value~
            ~volumes: [{name: v, persistentVolumeClaim: {}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].persistentVolumeClaim.claimName: Required value~
            ~volumes: [{name: v, configMap: {name: a, items: [{key: a}, {path: b}, {key: a, path: ../b}, {key: a, path: /b}]}}], containers: [{name: a, image: "a:1"}]~ | ~spec.volumes[0].configMap.items[0].path: Required value ;; spec.volumes[0].configMap.items[1].key: Required value ;; spec.volumes[0].configMap.items[2].path: Invalid value: "../b": must not contain '..' ;; spec.volumes[0].configMap.items[3].path: Invalid value: "/b": must be a relative path~
            ~volumes: [{name: v}], containers: [{name: a, image: "a:1", volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /a}]}]~ | ~C.volumeMounts[1].mountPath: Invalid value: "/a": must be unique~
            ~volumes: [{name: v}], containers: [{name: a, image: "a:1", volumeMounts: [{name: v}]}]~ | ~C.volumeMounts[0].mountPath: Required value~
            ~volumes: [{name: v}], containers: [{name: a, image: "a:1", volumeMounts: [{mountPath: /b}]}]~ | ~C.volumeMounts[0].name: Required value ;; C.volumeMounts[0].name: Not found: ""~
            ~volumes: [{name: v}], containers: [{name: a, image: "a:1", volumeMounts: [{name: w, mountPath: /c}]}]~ | ~C.volumeMounts[0].name: Not found: "w"~
            ~volumes: [{name: v}], containers: [{name: a, image: "a:1", volumeMounts: [{name: v, mountPath: /d, subPath: ../x}]}]~ | ~C.volumeMounts.subPath: Invalid value: "../x": must not contain '..'~
            """)
    void wrong_volumes_and_mounts_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~restartPolicy: Sometimes, containers: [{name: a, image: "a:1"}]~ | ~spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"~
            ~dnsPolicy: Odd, containers: [{name: a, image: "a:1"}]~ | ~spec.dnsPolicy: Unsupported value: "Odd": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"~
            ~containers: [{name: a, image: "a:1", imagePullPolicy: Sometimes}]~ | ~C.imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"~
            ~containers: [{name: a, image: "a:1", terminationMessagePolicy: Odd}]~ | ~C.terminationMessagePolicy: Unsupported value: "Odd": supported values: "File", "FallbackToLogsOnError"~
            """)
    void wrong_policies_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~containers: [{name: a, image: "a:1", livenessProbe: {}}]~ | ~C.livenessProbe: Required value: must specify a handler type~
            ~containers: [{name: a, image: "a:1", readinessProbe: {httpGet: {port: 80}, tcpSocket: {port: 80}}}]~ | ~C.readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type~
            ~containers: [{name: a, image: "a:1", startupProbe: {exec: {command: []}}}]~ | ~C.startupProbe.exec.command: Required value~
            ~containers: [{name: a, image: "a:1", livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 0}}]~ | ~fine~
            ~containers: [{name: a, image: "a:1", livenessProbe: {httpGet: {port: 0}, periodSeconds: -1, timeoutSeconds: -1, failureThreshold: -1, initialDelaySeconds: -1}}]~ | ~C.livenessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive ;; C.livenessProbe.initialDelaySeconds: Invalid value: -1: must be greater than or equal to 0 ;; C.livenessProbe.timeoutSeconds: Invalid value: -1: must be greater than or equal to 0 ;; C.livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0 ;; C.livenessProbe.failureThreshold: Invalid value: -1: must be greater than or equal to 0~
            ~containers: [{name: a, image: "a:1", livenessProbe: {tcpSocket: {port: 70000}, successThreshold: 2}}]~ | ~C.livenessProbe.tcpSocket.port: Invalid value: 70000: must be between 1 and 65535, inclusive ;; C.livenessProbe.successThreshold: Invalid value: 2: must be 1~
            ~containers: [{name: a, image: "a:1", readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}}]~ | ~fine~
            ~containers: [{name: a, image: "a:1", readinessProbe: {httpGet: {port: Bad_Port, scheme: FTP}}}]~ | ~C.readinessProbe.httpGet.port: Invalid value: "Bad_Port": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-) ;; C.readinessProbe.httpGet.scheme: Unsupported value: "FTP": supported values: "HTTP", "HTTPS"~
            ~containers: [{name: a, image: "a:1", startupProbe: {grpc: {port: 0}, successThreshold: 3}}]~ | ~C.startupProbe.grpc.port: Invalid value: 0: must be between 1 and 65535, inclusive ;; C.startupProbe.successThreshold: Invalid value: 3: must be 1~
            ~containers: [{name: a, image: "a:1", livenessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 0}}]~ | ~C.livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0~
            ~containers: [{name: a, image: "a:1", readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 3}}]~ | ~C.readinessProbe.terminationGracePeriodSeconds: Invalid value: 3: must not be set for readinessProbes~
            ~containers: [{name: a, image: "a:1", lifecycle: {preStop: {}}}]~ | ~C.lifecycle.preStop: Required value: must specify a handler type~
            ~containers: [{name: a, image: "a:1", lifecycle: {postStart: {exec: {}, httpGet: {port: 80}}}}]~ | ~C.lifecycle.postStart.exec.command: Required value ;; C.lifecycle.postStart.httpGet: Forbidden: may not specify more than 1 handler type~
            """)
    void wrong_probes_and_hooks_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~hostname: Bad_Host, containers: [{name: a, image: "a:1"}]~ | ~spec.hostname: Invalid value: "Bad_Host": <label>~
            ~subdomain: Bad.Sub, containers: [{name: a, image: "a:1"}]~ | ~spec.subdomain: Invalid value: "Bad.Sub": <label>~
            ~activeDeadlineSeconds: 0, containers: [{name: a, image: "a:1"}]~ | ~spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive~
            ~terminationGracePeriodSeconds: -1, containers: [{name: a, image: "a:1"}]~ | ~fine~
            """)
    void wrong_hosts_and_times_of_a_pod_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~tolerations: [{operator: Near}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].operator: Invalid value: "Near": operator must be Exists when `key` is empty, which means "match all values and all keys" ;; spec.tolerations[0].operator: Unsupported value: "Near": supported values: "Equal", "Exists"~
            ~tolerations: [{key: a, operator: Near}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].operator: Unsupported value: "Near": supported values: "Equal", "Exists"~
            ~tolerations: [{key: a, operator: Exists, value: b}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is 'Exists'~
            ~tolerations: [{operator: Equal, value: a}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"~
            ~tolerations: [{key: a, effect: Odd}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].effect: Unsupported value: "Odd": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"~
            ~tolerations: [{key: a, effect: NoSchedule, tolerationSeconds: 3}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when `tolerationSeconds` is set~
            ~tolerations: [{key: bad key}], containers: [{name: a, image: "a:1"}]~ | ~spec.tolerations[0].key: Invalid value: "bad key": <key>~
            """)
    void wrong_tolerations_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~nodeSelector: {bad key: bad value!}, containers: [{name: a, image: "a:1"}]~ | ~spec.nodeSelector: Invalid value: "bad key": <key> ;; spec.nodeSelector: Invalid value: "bad value!": <value>~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Near}]}]}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator: Invalid value: "Near": not a valid selector operator~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In}]}]}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists, values: [a]}]}]}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Gt, values: [a, b]}]}]}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: bad key, operator: Exists}]}]}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: Invalid value: "bad key": <key>~
            ~affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term~
            ~affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 101, preference: {matchExpressions: [{key: a, operator: Exists}]}}]}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 101: must be in the range 1-100~
            ~affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchExpressions: [{key: a, operator: Near, values: [b]}]}, topologyKey: zone}]}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].operator: Invalid value: "Near": not a valid selector operator~
            ~affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {}}]}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Required value: can not be empty ;; spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: "": name part must be non-empty ;; spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: "": <key>~
            ~affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 200, podAffinityTerm: {topologyKey: zone}}]}}, containers: [{name: a, image: "a:1"}]~ | ~spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 200: must be in the range 1-100~
            ~topologySpreadConstraints: [{maxSkew: 0, topologyKey: "", whenUnsatisfiable: Odd}], containers: [{name: a, image: "a:1"}]~ | ~spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero ;; spec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty ;; spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "Odd": supported values: "DoNotSchedule", "ScheduleAnyway"~
            """)
    void wrong_affinities_and_spreads_are_refused(String spec, String complaints) {
        expect(spec, complaints);
    }
}
