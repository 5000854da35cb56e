package io.github.tucai.imaging.internal.model;

import io.github.tucai.failure.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What the build wrote about the packed networks: digests and origin. */
final class ModelManifest {
    private static final String FOLDER = "/io/github/tucai/imaging/models/";
    private static final ModelManifest PACKED = load();

    private final Properties lines;

    private ModelManifest(Properties lines) {
        this.lines = lines;
    }

    static ModelManifest packed() {
        return PACKED;
    }

    /** Version of the library that these networks were packed with. */
    String version() {
        return lines.getProperty("version", "unknown");
    }

    /** SHA-256 in hexadecimal of the network's file. */
    String sha256(String network) {
        String sha256 = lines.getProperty(network + ".sha256");
        if (sha256 == null) {
            throw new PluginException("the manifest of the packed networks does not name " + network);
        }
        return sha256;
    }

    /** The network's file, checked against the manifest. */
    byte[] read(String network) {
        byte[] bytes = bytes(network + ".onnx");
        String actual = Digests.sha256(bytes);
        if (!actual.equals(sha256(network))) {
            throw new PluginException("the packed network " + network + " is damaged: expected sha256 "
                    + sha256(network) + ", got " + actual + "; replace the tucai-imaging jar");
        }
        return bytes;
    }

    private static ModelManifest load() {
        Properties lines = new Properties();
        try (InputStream in = open("manifest.properties")) {
            lines.load(in);
        } catch (IOException e) {
            throw new PluginException("the manifest of the packed networks cannot be read", e);
        }
        return new ModelManifest(lines);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new PluginException("the packed file " + file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = ModelManifest.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new PluginException("the tucai-imaging jar lacks " + FOLDER + file + "; build it with Maven");
        }
        return in;
    }
}
