package dev.understudy.report.page;

import java.util.Optional;

/** What a link's target is called among the files of one folder of pages. */
public final class Address {
    private Address() {}

    /**
     * Returns an address relative to the page that the link is on.
     *
     * @param ending of the files that belong together, such as {@code html}
     * @param up what leads from the page to the top of the folder: empty or {@code ../}
     * @param drills whether the reports of the drills stand in the folder; without them nothing leads there
     */
    public static Optional<String> of(Target target, String ending, String up, boolean drills) {
        return switch (target) {
            case Target.Beside(String page, String anchor) ->
                Optional.of(up + page + "." + ending + (anchor.isEmpty() ? "" : "#" + anchor));
            case Target.Drill(String id) -> drills ? Optional.of(up + "drills/" + id + "." + ending) : Optional.empty();
            case Target.Measure(String id) -> Optional.of(up + "explained/measures." + ending + "#" + id);
            case Target.Web(String address) -> Optional.of(address);
        };
    }
}
