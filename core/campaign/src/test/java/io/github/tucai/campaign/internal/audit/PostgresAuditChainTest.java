package io.github.tucai.campaign.internal.audit;

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
