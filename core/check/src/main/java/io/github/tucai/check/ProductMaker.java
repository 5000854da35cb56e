package io.github.tucai.check;

import io.github.tucai.check.internal.Cropping;
import io.github.tucai.check.internal.plugin.Plugins;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.spi.PhotoFinisher;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Makes product photos: plans the crop from what a check measured, so that nothing is measured twice, and has a
 * {@link PhotoFinisher} ({@code tucai-imaging} holds one) make it. Whether the photo is good enough is the check's question.
 * Safe for concurrent use; works in the caller's thread.
 *
 * <pre>{@code
 * PhotoCheckResult check = checker.check(photo);
 * Finishing finishing = ProductMaker.installed().make(photo, check.measurements(), checker.profile().product());
 * }</pre>
 */
public final class ProductMaker {
    private final PhotoFinisher finisher;

    private ProductMaker(PhotoFinisher finisher) {
        this.finisher = finisher;
    }

    /**
     * With the only installed finisher.
     *
     * @throws io.github.tucai.failure.PluginException if none, or more than one, is installed
     */
    public static ProductMaker installed() {
        return with(Plugins.only(PhotoFinisher.class, ServiceLoader.load(PhotoFinisher.class)));
    }

    /** With this finisher; no lookup happens. */
    public static ProductMaker with(PhotoFinisher finisher) {
        return new ProductMaker(Objects.requireNonNull(finisher, "finisher"));
    }

    /**
     * Makes one product.
     *
     * @param measured in this photo; of a preview, or of a file that is no picture, nothing can be made
     * @param spec of a profile, perhaps with another background
     * @throws IllegalArgumentException if the measurements are of a larger photo
     */
    public Finishing make(PhotoImage photo, Measurements measured, ProductSpec spec) {
        Cropping cropping = Cropping.of(measured, spec);
        return cropping.crop()
                .map(crop -> finisher.finish(photo, crop, spec))
                .orElseGet(() -> new Finishing.Impossible(cropping.faults()));
    }
}
