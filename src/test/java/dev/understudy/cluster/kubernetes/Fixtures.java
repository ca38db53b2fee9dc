package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Kubeconfigs taken apart and put together. */
final class Fixtures {
    private Fixtures() {}

    static Map<String, Object> yaml(String text) {
        Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return PlainJson.object(parsed);
    }

    static String json(Map<String, Object> config) {
        return PlainJson.print(config);
    }

    static String firstName(Map<String, Object> config, String list) {
        return PlainJson.text(PlainJson.objects(config.get(list)).getFirst(), "name");
    }
}
