package io.github.tucai.benchmarks.faults;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The default file system with an ear at its doors: the vault is given a folder of it, and whoever listens hears each file
 * before it is written, and after it was put in place or deleted.
 */
final class WatchedFiles extends FileSystem {
    /** Hears what happens to files. */
    interface Ear {
        /** A file is about to be written. */
        void writing(Path file);

        /** A file was moved to its place. */
        void placed(Path file);

        /** A file was deleted. */
        void deleted(Path file);

        /** A folder is listed; false hides what is in it. */
        boolean listing(Path folder);
    }

    private final FileSystem real;
    private final Doors doors;

    private WatchedFiles(FileSystem real, Ear ear) {
        this.real = real;
        this.doors = new Doors(real.provider(), ear);
    }

    /** The same folder, watched. */
    static Path watched(Path folder, Ear ear) {
        return new WatchedFiles(folder.getFileSystem(), ear).around(folder);
    }

    private Path around(Path path) {
        return (Path) Proxy.newProxyInstance(
                WatchedFiles.class.getClassLoader(), new Class<?>[] {Path.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return this;
                    }
                    Object result = call(path, method, arguments);
                    return result instanceof Path there ? around(there) : result;
                });
    }

    private static @Nullable Object call(Path path, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] plain = arguments == null
                ? null
                : Arrays.stream(arguments)
                        .map(argument -> argument instanceof Path there ? plain(there) : argument)
                        .toArray();
        try {
            return method.invoke(path, plain);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static Path plain(Path path) {
        return path.getFileSystem() instanceof WatchedFiles ? Path.of(path.toString()) : path;
    }

    @Override
    public FileSystemProvider provider() {
        return doors;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(real.getRootDirectories().spliterator(), false)
                .map(this::around)
                .toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return around(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = real.getPathMatcher(pattern);
        return path -> matcher.matches(plain(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }

    private final class Doors extends FileSystemProvider {
        private final FileSystemProvider real;
        private final Ear ear;

        Doors(FileSystemProvider real, Ear ear) {
            this.real = real;
            this.ear = ear;
        }

        @Override
        public String getScheme() {
            return "watched";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return WatchedFiles.this;
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            hear(path, options);
            return real.newFileChannel(plain(path), options, attributes);
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            hear(path, options);
            return real.newByteChannel(plain(path), options, attributes);
        }

        private void hear(Path path, Set<? extends OpenOption> options) {
            if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
                ear.writing(plain(path));
            }
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            List<Path> found = List.of();
            if (ear.listing(plain(folder))) {
                try (var files = Files.list(plain(folder))) {
                    found = files.map(WatchedFiles.this::around).toList();
                }
            }
            return new Listed(found, filter);
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
            real.createDirectory(plain(folder), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            real.delete(plain(path));
            ear.deleted(plain(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            real.copy(plain(source), plain(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            real.move(plain(source), plain(target), options);
            ear.placed(plain(target));
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return real.isSameFile(plain(one), plain(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return real.isHidden(plain(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return real.getFileStore(plain(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            real.checkAccess(plain(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return real.getFileAttributeView(plain(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return real.readAttributes(plain(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return real.readAttributes(plain(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            real.setAttribute(plain(path), attribute, value, options);
        }
    }

    /** What was in a folder when it was listed. */
    private static final class Listed implements DirectoryStream<Path> {
        private final List<Path> found;

        Listed(List<Path> all, Filter<? super Path> filter) throws IOException {
            List<Path> kept = new ArrayList<>();
            for (Path path : all) {
                if (filter.accept(path)) {
                    kept.add(path);
                }
            }
            this.found = List.copyOf(kept);
        }

        @Override
        public Iterator<Path> iterator() {
            return found.iterator();
        }

        @Override
        public void close() {}
    }
}
