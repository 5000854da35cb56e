package io.github.tucai.core.internal.store;

import io.github.tucai.Postgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresAuditChainTest extends AuditChainTest {
    @Override
    DataSource newDataSource() {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(Postgres.freshUrl());
        return postgres;
    }
}
