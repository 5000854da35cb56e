package io.github.tucai;

class PostgresStorageTest extends StorageTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
