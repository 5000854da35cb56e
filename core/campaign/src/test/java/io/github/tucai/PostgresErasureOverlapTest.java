package io.github.tucai;

class PostgresErasureOverlapTest extends ErasureOverlapTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
