-- Roles are made and changed by these functions alone. They belong to a role that cannot sign in:
-- a login with CREATEROLE could grant itself the owner's role and switch protection off.

CREATE OR REPLACE FUNCTION is_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.officer
        WHERE '{prefix}' || folded = session_user AND role = 'administrator' AND active
    )
$$;

CREATE OR REPLACE FUNCTION create_officer(name text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT public.is_administrator() THEN
        RAISE EXCEPTION 'only an administrator makes accounts' USING ERRCODE = '42501';
    END IF;
    IF name !~ '^[a-z0-9æøå._-]{{1,40}}$' OR verifier !~ '^SCRAM-SHA-256[$]' THEN
        RAISE EXCEPTION 'no such name or verifier' USING ERRCODE = '22023';
    END IF;
    EXECUTE format(
        'CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L',
        '{prefix}' || name, verifier
    );
    EXECUTE format('GRANT %I TO %I', '{group}', '{prefix}' || name);
END
$$;

CREATE OR REPLACE FUNCTION set_officer_password(name text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT public.is_administrator() THEN
        RAISE EXCEPTION 'only an administrator sets passwords' USING ERRCODE = '42501';
    END IF;
    IF verifier !~ '^SCRAM-SHA-256[$]'
        OR NOT EXISTS (SELECT 1 FROM public.officer WHERE folded = name) THEN
        RAISE EXCEPTION 'no such name or verifier' USING ERRCODE = '22023';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', '{prefix}' || name, verifier);
END
$$;
